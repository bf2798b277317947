/**
 * `npm run bench -- vault`: fills the notes of the release build in a real Chromium with made-up items, and measures what
 * a user waits for, beside a raw reading of the same bytes from IndexedDB.
 */
import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { drive } from "../drive/drive";
import type { Driven } from "../drive/driven";
import { type View, ViewGone } from "../drive/view";
import { build } from "../release-build";
import { machineFacts, writeFigures } from "./machine";
import { rowOf, type VaultPeer, type VaultRow, type VaultTotals, vaultTable, vaultTotalsLine } from "./vault/figures";
import { timeScrolling, timeSearches, timeUnlock } from "./vault/in-library";
import { madeUpSearches } from "./vault/made-up";
import { type Call, callsIn } from "./vault/page-side";

const USAGE = "npm run bench -- vault [--items N] [--json FILE]";
/** Made up as well. */
const PASSPHRASE = "heather anchor plural 62 copper";
/** So many items are among the first few. */
const FEW = 10;
const ADDED = 15;
/** About as much as a record and its log entry. */
const RAW_ROW_BYTES = 3000;
const FILLED_AT_ONCE = 100;
const READINGS = 9;
const UNLOCKS = 5;

const say = (line: string) => console.error(line);

export async function benchVault(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { items: { type: "string", default: "10000" }, json: { type: "string" } },
  });
  const items = Number(values.items);
  if (!Number.isInteger(items) || items < 200) {
    say(`“${values.items}” is not a number of items from 200 on.\n${USAGE}`);
    return 2;
  }
  say("Building the extension as it is released …");
  await build("chromium");
  const driven = await drive("chromium");
  try {
    const { rows, peers, totals } = await measured(driven, items);
    const machine = machineFacts();
    console.log(`Vault bench: Chromium, ${items} items, ${machine.cpus} × ${machine.cpu}\n`);
    console.log(vaultTable(rows));
    console.log(
      `\nBeside it, raw IndexedDB in the same store: the rows and keys that the list is read from, and one row more:\n`,
    );
    console.log(vaultTable(peers.map((peer) => ({ ...peer, what: `${peer.what}, ${kilobytes(peer.bytes)} kB` }))));
    console.log(`\n${vaultTotalsLine(totals)}`);
    if (values.json) await writeFigures(values.json, { machine, rows, peers, totals });
    return 0;
  } finally {
    await driven.close();
  }
}

const kilobytes = (bytes: number): string => Math.round(bytes / 1000).toString();

async function measured(driven: Driven, items: number) {
  await driven.openOwnPage("verify.html");
  const own = await pageAt(driven, "/verify.html");
  const call = await callsIn(own);
  // The same place in a part of the list both times: a part is written whole.
  const whole = items - (items % FILLED_AT_ONCE);
  await counted(FEW, (n) => call("add", n)); // the first ones also wait for what is only made once
  const few = await timeAdding(call, FEW);
  await fillUpTo(call, FEW + ADDED, whole + FEW);
  const many = await timeAdding(call, whole + FEW);
  const readings = await timeReading(call);

  const library = await driven.openOwnPage("library.html");
  await setPassphrase(library);
  const libraryPage = await pageAt(driven, "/library.html");
  const unlocks = await repeated(UNLOCKS, async () => {
    await own.bringToFront(); // a page that is not in front is given less of the processor
    const derivationMs = await call("derive", PASSPHRASE);
    await libraryPage.bringToFront();
    await lock(library);
    return { derivationMs, ...(await timeUnlock(library, PASSPHRASE)) };
  });
  say("Searching and scrolling …");
  const { ms: searches } = await timeSearches(library, madeUpSearches(whole));
  const scrolled = await timeScrolling(library);

  const count = readings[0]!.items;
  const rows: VaultRow[] = [
    rowOf(
      "adding one: its page's file",
      FEW,
      few.map(({ fileMs }) => fileMs),
    ),
    rowOf(
      "adding one: its page's file",
      whole + FEW,
      many.map(({ fileMs }) => fileMs),
    ),
    rowOf(
      "adding one: record, number, list, log",
      FEW,
      few.map(({ sealMs }) => sealMs),
    ),
    rowOf(
      "adding one: record, number, list, log",
      whole + FEW,
      many.map(({ sealMs }) => sealMs),
    ),
    rowOf(
      "reading the list: the newest items",
      count,
      readings.map(({ newestMs }) => newestMs),
    ),
    rowOf(
      "reading the list: all",
      count,
      readings.map(({ wholeMs }) => wholeMs),
    ),
    rowOf(
      "key derivation",
      count,
      unlocks.map(({ derivationMs }) => derivationMs),
    ),
    rowOf(
      "“Unlock” pressed, first items on the screen",
      count,
      unlocks.map(({ firstMs }) => firstMs),
    ),
    rowOf(
      "“Unlock” pressed, all listed",
      count,
      unlocks.map(({ wholeMs }) => wholeMs),
    ),
    rowOf("a key in the search field, result laid out", count, searches),
    rowOf("a frame while scrolling", count, scrolled.frames),
    rowOf("a frame while nothing moves", count, scrolled.idleFrames),
  ];
  const rawRows: [row: VaultRow, bytes: number][] = [
    [
      rowOf(
        "reading the same bytes",
        count,
        readings.map(({ rawMs }) => rawMs),
      ),
      readings[0]!.bytes,
    ],
    [
      rowOf(
        "adding one row",
        FEW,
        few.map(({ rawMs }) => rawMs),
      ),
      RAW_ROW_BYTES,
    ],
    [
      rowOf(
        "adding one row",
        whole + FEW,
        many.map(({ rawMs }) => rawMs),
      ),
      RAW_ROW_BYTES,
    ],
  ];
  const peers: VaultPeer[] = rawRows.map(([row, bytes]) => ({ ...row, name: "raw IndexedDB", bytes }));
  const rawMedian = (place: number) => peers[place]!.medianMs;
  const median = (place: number) => rows[place]!.medianMs;
  const totals: VaultTotals = {
    items: count,
    firstScreenMs: median(7) - median(6),
    listRatio: median(5) / rawMedian(0),
    newestRatio: median(4) / rawMedian(0),
    searchMedianMs: median(9),
    searchP99Ms: rows[9]!.p99Ms,
    addRatio: median(3) / median(2),
    rawAddRatio: rawMedian(2) / rawMedian(1),
    mostItemsInPage: scrolled.most,
    blankFrames: scrolled.blank,
  };
  return { rows, peers, totals };
}

async function fillUpTo(call: Call, from: number, items: number): Promise<void> {
  for (let at = from; at < items; at += FILLED_AT_ONCE) {
    await call("fill", at, Math.min(FILLED_AT_ONCE, items - at));
    if ((at - from) % 1000 === 0) say(`${at} of ${items} items …`);
  }
}

/** In turns with a raw row, as below. */
const timeAdding = (call: Call, from: number) =>
  counted(ADDED, async (n) => ({ rawMs: await call("rawAdd", RAW_ROW_BYTES), ...(await call("add", from + n)) }));

/** The list and the raw reading in turns, so that both meet the machine as it is just then. */
const timeReading = (call: Call) =>
  repeated(READINGS, async () => {
    const { ms: rawMs, bytes } = await call("raw");
    return { ...(await call("list")), rawMs, bytes };
  });

const repeated = <Value>(times: number, measure: () => Promise<Value>) => counted(times, measure);

async function counted<Value>(times: number, measure: (n: number) => Promise<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for (let n = 0; n < times; n += 1) found.push(await measure(n));
  return found;
}

async function pageAt({ browser }: Driven, path: string): Promise<Page> {
  const found = (await browser.pages()).find((page) => new URL(page.url()).pathname === path);
  if (!found) throw new Error(`no page of the extension at ${path}`);
  return found;
}

async function setPassphrase(library: View): Promise<void> {
  await library.press("Settings");
  await library.press("Set a passphrase");
  await library.fill("New passphrase", PASSPHRASE);
  await library.fill("New passphrase, once more", PASSPHRASE);
  await library.press("Set this passphrase");
  await library.untilText(/The passphrase is set/);
  await library.press("Kept items");
  await library.untilText(/Items: /, 120_000);
}

/** The page loads itself anew then, so it may be gone for a moment. */
async function lock(library: View): Promise<void> {
  await library.pressAndGo("Lock");
  for (;;) {
    try {
      await library.untilText(/Your notes are locked/);
      return;
    } catch (error) {
      if (!(error instanceof ViewGone)) throw error;
    }
  }
}
