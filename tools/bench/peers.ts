/** What others do today, on the same page in the same run, so that our numbers can be judged. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PNG } from "pngjs";
import type { Page } from "puppeteer-core";

export interface PeerPicture {
  png: Buffer;
  wallMs: number;
  tiles: number;
}

export interface Peer {
  name: string;
  take: (page: Page) => Promise<PeerPicture>;
  /** It works in the page's own process, where its memory can be seen. */
  isInPage: boolean;
}

export interface Peers {
  peers: Peer[];
  /** One sentence for each peer that is left out. */
  leftOut: string[];
}

export const HOW_PEERS_WORK =
  "peers: the 600 ms stitcher scrolls by one viewport, waits 600 ms, photographs the viewport through DevTools and draws the pictures one below the other; html2canvas re-draws the page in the page";

const REDRAWERS = [
  { name: "html2canvas 1.4.1", module: "html2canvas-classic", file: "html2canvas.min.js" },
  { name: "html2canvas-pro 2.5.2", module: "html2canvas", file: "html2canvas-pro.min.js" },
];
/** A re-drawing that takes longer than this counts as failed. */
const PATIENCE_MS = 120_000;

export function peersAtHand(): Peers {
  const require = createRequire(import.meta.url);
  const peers: Peer[] = [{ name: "600 ms stitcher", take: scrollAndStitch, isInPage: false }];
  const leftOut: string[] = [];
  for (const { name, module, file } of REDRAWERS) {
    try {
      const source = readFileSync(join(dirname(require.resolve(module)), file), "utf8");
      peers.push({ name, take: (page) => redraw(page, source), isInPage: true });
    } catch {
      leftOut.push(`${name} is left out: the package “${module}” is not installed.`);
    }
  }
  return { peers, leftOut };
}

const STITCHER_WAIT_MS = 600;

async function scrollAndStitch(page: Page): Promise<PeerPicture> {
  const startMs = performance.now();
  const size = await page.evaluate(() => ({
    heightCss: document.documentElement.scrollHeight,
    viewCss: window.innerHeight,
    dpr: window.devicePixelRatio,
  }));
  const tiles: { topPx: number; picture: PNG }[] = [];
  for (let y = 0; y < size.heightCss; y += size.viewCss) {
    const topCss = await page.evaluate((to) => {
      window.scrollTo(0, to);
      return window.scrollY;
    }, y);
    await new Promise((resolve) => setTimeout(resolve, STITCHER_WAIT_MS));
    const picture = PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
    tiles.push({ topPx: Math.round(topCss * size.dpr), picture });
  }
  const widthPx = tiles[0]!.picture.width;
  const whole = new PNG({ width: widthPx, height: Math.round(size.heightCss * size.dpr) });
  for (const { topPx, picture } of tiles) {
    const rows = Math.min(picture.height, whole.height - topPx);
    if (rows > 0) PNG.bitblt(picture, whole, 0, 0, widthPx, rows, 0, topPx);
  }
  const png = PNG.sync.write(whole, { deflateLevel: 1, filterType: 0 });
  await page.evaluate(() => window.scrollTo(0, 0));
  return { png, wallMs: Math.round(performance.now() - startMs), tiles: tiles.length };
}

type Html2canvas = (element: Element, options: object) => Promise<HTMLCanvasElement>;

async function redraw(page: Page, source: string): Promise<PeerPicture> {
  await page.evaluate(source);
  const drawing = page.evaluate(async () => {
    const startMs = performance.now();
    const { html2canvas } = window as unknown as { html2canvas: Html2canvas };
    const canvas = await html2canvas(document.documentElement, { logging: false, scale: window.devicePixelRatio });
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    const wallMs = Math.round(performance.now() - startMs);
    const url = await new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsDataURL(blob ?? new Blob());
    });
    return { wallMs, base64: url.slice(url.indexOf(",") + 1) };
  });
  const { wallMs, base64 } = await withPatience(drawing);
  if (base64.length < 100) throw new Error("it gave no picture");
  return { png: Buffer.from(base64, "base64"), wallMs, tiles: 1 };
}

function withPatience<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
