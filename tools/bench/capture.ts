/**
 * `npm run bench -- capture`: every page below a folder is saved with the release build in a real browser, as a user
 * would; how long it took is set beside the browser's quota, the picture beside the browser's own and beside peers'.
 */
import { existsSync, globSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { drive } from "../drive/drive";
import { handOver } from "../drive/journey";
import { type BrowserKind, build } from "../release-build";
import { ROOT } from "../root";
import { serveFolder } from "../serve";
import { compared, failedRow, peerRows } from "./compare";
import { keptPictures } from "./kept-pictures";
import { machineFacts, writeFigures } from "./machine";
import { WHAT_IS_SUMMED } from "./memory";
import { HOW_PEERS_WORK, type Peer, peersAtHand } from "./peers";
import { type PeerRow, type Row, totalsOf } from "./rows";
import { peersTable, rowsTable, totalsLine } from "./table";
import { type Taken, takeOnePage } from "./take";
import { zoomAll } from "./zoom";

const USAGE = `npm run bench -- capture [--pages DIR] [--only PATTERN] [--browser chromium|firefox] [--dpr N] [--zoom N]
                               [--peers all|none|NUMBER] [--json FILE] [--keep DIR]`;
/** A fresh browser after so many pages, so that one package stays small and one crash costs little. */
const PAGES_A_BROWSER = 15;
const DEFAULT_PEER_PAGES = 16;

const say = (line: string) => console.error(line);

export async function benchCapture(args: string[]): Promise<number> {
  const wanted = options(args);
  if (typeof wanted === "string") {
    say(`${wanted}\n${USAGE}`);
    return 2;
  }
  const all = globSync("**/*.html", { cwd: wanted.pages }).sort();
  const pages = all.filter((page) => new RegExp(wanted.only).test(page));
  if (pages.length === 0) {
    say(`There is no page to take below ${wanted.pages}.`);
    return 2;
  }
  say(`Building the extension as it is released …`);
  await build(wanted.browser);
  const { peers, leftOut } = peersAtHand();
  const withPeers = spreadOver(pages, wanted.peers === "all" ? pages.length : wanted.peers);
  const rows: Row[] = [];
  const peerRowsFound: PeerRow[] = [];
  for (let from = 0; from < pages.length; from += PAGES_A_BROWSER) {
    const some = pages.slice(from, from + PAGES_A_BROWSER);
    const found = await benchSome(wanted, some, (page) => (withPeers.has(page) ? peers : []));
    rows.push(...found.rows);
    peerRowsFound.push(...found.peers);
  }
  const machine = machineFacts();
  const totals = totalsOf(rows, peerRowsFound);
  console.log(
    `Capture bench: ${wanted.browser}, ${wanted.dpr} device pixels a CSS pixel, zoom ${wanted.zoom}, ${machine.cpus} × ${machine.cpu}`,
  );
  console.log(`floor ms: ${FLOOR[wanted.browser]}`);
  console.log(`${WHAT_IS_SUMMED}; kept kB: the untouched photographs beside the picture\n`);
  console.log(rowsTable(rows));
  if (peerRowsFound.length > 0) console.log(`\n${HOW_PEERS_WORK}\n\n${peersTable(peerRowsFound, rows)}`);
  for (const sentence of leftOut) console.log(`\n${sentence}`);
  console.log(`\n${totalsLine(totals)}`);
  if (wanted.json) await writeFigures(wanted.json, { machine, rows, peers: peerRowsFound, totals });
  return rows.every(({ error }) => error === null) ? 0 : 1;
}

const FLOOR: Record<BrowserKind, string> = {
  chromium: "(ceil(n / 2) - 1) seconds for the n photographs that were kept, as the browser allows two a second",
  firefox: "one bare captureVisibleTab of the whole page, the middle of three taken right after",
};

function options(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        pages: { type: "string", default: join(ROOT, "tests", "fixtures", "fidelity") },
        only: { type: "string", default: "" },
        browser: { type: "string", default: "chromium" },
        dpr: { type: "string", default: "1" },
        zoom: { type: "string", default: "1" },
        peers: { type: "string", default: String(DEFAULT_PEER_PAGES) },
        json: { type: "string" },
        keep: { type: "string" },
      },
    });
    const { browser, pages } = values;
    const dpr = Number(values.dpr);
    const zoom = Number(values.zoom);
    const peers = values.peers === "none" ? 0 : values.peers === "all" ? "all" : Number(values.peers);
    if (browser !== "chromium" && browser !== "firefox") return `There is no browser “${browser}”.`;
    if (!(dpr > 0)) return `“${values.dpr}” is not a number of device pixels.`;
    if (!(zoom >= 0.25 && zoom <= 5)) return `“${values.zoom}” is no zoom that a browser has.`;
    if (zoom !== 1 && browser !== "chromium") return "Only Chromium is zoomed here.";
    if (peers !== "all" && !(peers >= 0)) return `“${values.peers}” is neither all, none nor a number.`;
    if (!existsSync(pages)) return `There is no folder ${pages}.`;
    return { ...values, browser: browser as BrowserKind, pages: resolve(pages), dpr, zoom, peers } as const;
  } catch (error) {
    return (error as Error).message;
  }
}

type Wanted = Exclude<ReturnType<typeof options>, string>;

/** Takes some pages in one browser, then compares what the package holds. */
async function benchSome(wanted: Wanted, pages: readonly string[], peersFor: (page: string) => readonly Peer[]) {
  const downloads = await mkdtemp(join(tmpdir(), "notes-bench-"));
  const served = await serveFolder(wanted.pages);
  const driven = await drive(wanted.browser, { downloads, dpr: wanted.dpr });
  if (wanted.zoom !== 1) await zoomAll(driven, `${served.origin}/${pages[0]}`, wanted.zoom);
  const rows = new Map<string, Row>();
  const peers: PeerRow[] = [];
  try {
    const byLabel = new Map<string, { page: string; taken: Taken }>();
    for (const page of pages) {
      say(`${page} …`);
      try {
        const url = `${served.origin}/${page.split(/[\\/]/).map(encodeURIComponent).join("/")}`;
        const taken = await takeOnePage(driven, url, peersFor(page), wanted.zoom);
        const { label, said } = taken.save;
        if (label) byLabel.set(label, { page, taken });
        else rows.set(page, failedRow(page, wanted.browser, said.replaceAll(/\s+/g, " ").trim()));
        peers.push(...(await peerRows(page, wanted.browser, taken)));
      } catch (error) {
        rows.set(page, failedRow(page, wanted.browser, (error as Error).message.split("\n")[0]!));
      }
    }
    if (byLabel.size > 0) {
      say("Making the package and comparing the pictures …");
      for await (const [label, kept] of keptPictures(await handOver(driven, downloads, { withMarked: false }))) {
        const found = byLabel.get(label);
        if (!found) continue;
        rows.set(found.page, await compared(found.page, wanted.browser, kept, found.taken));
        if (wanted.keep) await keepPng(wanted.keep, `${found.page}.png`, kept.png);
        const own = found.taken.own?.before.png;
        if (wanted.keep && own) await keepPng(wanted.keep, `${found.page}.own.png`, own);
      }
    }
  } finally {
    await driven.close();
    await served.close();
    await rm(downloads, { recursive: true, force: true });
  }
  return { rows: pages.flatMap((page) => rows.get(page) ?? []), peers };
}

async function keepPng(folder: string, name: string, png: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name.replaceAll(/[\\/]/g, "-")), png);
}

/** So many of them, evenly spread. */
function spreadOver(pages: readonly string[], count: number): Set<string> {
  const taken = Math.min(count, pages.length);
  return new Set(Array.from({ length: taken }, (_, n) => pages[Math.floor((n * pages.length) / taken)]!));
}
