/** Serves our own pages and remembers every request. Nothing may be cached, so a second load of anything is seen. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { PNG } from "pngjs";

const PAGES = join(import.meta.dirname, "..", "fixtures", "pages");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
};

export interface CountingServer {
  origin: string;
  /** `GET /path`, in the order they came. */
  requests: string[];
  close(): Promise<void>;
}

/** Whatever is asked for below /count/ is a picture of one colour; below /never/ nothing is ever answered. */
export async function countingServer(): Promise<CountingServer> {
  const requests: string[] = [];
  const picture = onePicture();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(`${request.method} ${request.url}`);
    if (pathname.startsWith("/never/")) return; // asked, and never answered
    const body = pathname.startsWith("/count/")
      ? picture
      : await readFile(join(PAGES, pathname.slice(1))).catch(() => null);
    const type = TYPES[extname(pathname)] ?? "image/png";
    response.writeHead(body ? 200 : 404, { "content-type": type, "cache-control": "no-store" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const PICTURE_COLOUR = [224, 33, 138] as const;

function onePicture(): Buffer {
  const png = new PNG({ width: 60, height: 30 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([...PICTURE_COLOUR, 255], at);
  return PNG.sync.write(png);
}
