import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, resolve } from "node:path";
import { build } from "vite";

/** The extension's own policy, read from where it is set, so that what is refused there is refused here. */
function policy() {
  const rules = [...readFileSync("wxt.config.ts", "utf8").matchAll(/^ {2}"((?:[a-z]+-)+[a-z]+ [^"]+)",$/gm)];
  if (rules.length < 5) throw new Error("the content security policy was not found in wxt.config.ts");
  return rules.map(([, rule]) => rule).join("; ");
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".png": "image/png" };

/** @param samples Further files to serve, by path. */
export async function serveGallery(samples) {
  const files = new Map([...(await builtFiles()), ...samples]);
  const headers = { "content-security-policy": policy() };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://gallery").pathname;
    const body = files.get(path === "/" ? "/index.html" : path);
    response.writeHead(body ? 200 : 404, { ...headers, "content-type": TYPES[extname(path)] ?? "text/html" });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function builtFiles() {
  const { output } = await build({
    root: "tools/screens",
    configFile: false,
    logLevel: "warn",
    resolve: {
      alias: [
        { find: "@/src/platform/browser", replacement: resolve("tools/screens/fake-browser.ts") },
        { find: "@", replacement: resolve(".") },
      ],
    },
    build: { write: false, modulePreload: false },
  });
  return output.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]);
}
