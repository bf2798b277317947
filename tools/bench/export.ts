/**
 * `npm run bench -- export`: a package of many items is made with the release build in a real Chromium, as a user does, and
 * beside it a plain ZIP of the same files, read from the same vault in the same page. Both are written to the browser's own
 * folder for the extension, so that no dialog is in the way; it is the same kind of file as one the user picks.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { drive } from "../drive/drive";
import type { Driven } from "../drive/driven";
import type { View } from "../drive/view";
import { build } from "../release-build";
import { inPageScript } from "./in-page/script";
import { machineFacts, writeFigures } from "./machine";
import { MemoryWatch, processorMs, WHAT_IS_SUMMED } from "./memory";

const USAGE = "npm run bench -- export [--items N] [--mb M] [--rounds N] [--json FILE] [--built]";
const LEAST_MB = 300;
const END = /The package is ready|No package was made|Stopped/;

type Side = typeof import("./in-page/export-side");
type WithSide = { side: Side };

export interface ExportRow {
  ms: number;
  /** Of all the browser's processes; tells more than `ms` where other programs are running. */
  processorMs: number | null;
  /** Megabytes (2^20) above idle. */
  peakMb: number | null;
  /** How much more memory each gigabyte that was written took: about 0 where nothing piles up. */
  slopeMbPerGb: number | null;
  bytes: number;
}

/** One package of many gigabytes. */
const LONGEST_MS = 3_600_000;

const say = (line: string) => console.error(line);

export async function benchExport(args: string[]): Promise<number> {
  const wanted = options(args);
  if (typeof wanted === "string") {
    say(`${wanted}\n${USAGE}`);
    return 2;
  }
  if (!wanted.isBuilt) {
    say("Building the extension as it is released …");
    await build("chromium");
  }
  const profile = await mkdtemp(join(tmpdir(), "bench-export-"));
  const driven = await drive("chromium", { profile, longestMs: LONGEST_MS });
  try {
    const library = await filled(driven, wanted);
    const rows: ExportRow[] = [];
    const peers: ExportRow[] = [];
    for (let round = 0; round < wanted.rounds; round += 1) {
      peers.push(await plain(driven, library));
      rows.push(await ours(driven, library, wanted.items));
    }
    await report(wanted, rows, peers);
    return 0;
  } finally {
    await driven.close();
    await rm(profile, { recursive: true, force: true });
  }
}

function options(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        items: { type: "string", default: "500" },
        mb: { type: "string", default: "5000" },
        rounds: { type: "string", default: "1" },
        json: { type: "string" },
        built: { type: "boolean", default: false },
      },
    });
    const [items, mb, rounds] = [values.items, values.mb, values.rounds].map(Number) as [number, number, number];
    if (![items, mb, rounds].every((each) => Number.isInteger(each) && each > 0)) return "Numbers above 0, please.";
    const json = values.json === undefined ? null : resolve(values.json);
    if (mb < LEAST_MB) return `At least ${LEAST_MB} MB: a smaller package is downloaded, and no place is asked for.`;
    return { items, mb, rounds, json, isBuilt: values.built };
  } catch (error) {
    return (error as Error).message;
  }
}
type Wanted = Exclude<ReturnType<typeof options>, string>;

/** The library of a vault with so many items. */
async function filled(driven: Driven, { items, mb }: Wanted): Promise<View> {
  const library = await driven.openOwnPage("library.html");
  const page = (await driven.browser.pages()).find((each) => each.url().includes("/library.html"));
  await page!.evaluate(await inPageScript("export-side.ts", "side"));
  const pictureBytes = Math.round((mb * 1_000_000) / items);
  for (let item = 0; item < items; item += 1) {
    await library.run((bytes) => (globalThis as unknown as WithSide).side.addExhibit(bytes), pictureBytes);
    if (item % 50 === 0) say(`${item} of ${items} items are kept`);
  }
  return library;
}

async function measured(driven: Driven, library: View, name: string, work: () => Promise<number>): Promise<ExportRow> {
  await library.run((file) => (globalThis as unknown as WithSide).side.pickNothing(file), name);
  const pid = driven.browser.process()!.pid!;
  const watch = new MemoryWatch(pid);
  const before = processorMs(pid);
  const ms = await work();
  const after = processorMs(pid);
  const slope = watch.slopeMbPerSecond();
  const peakMb = watch.stop();
  const bytes = await library.run((file) => (globalThis as unknown as WithSide).side.sizeOf(file), name);
  await library.run((file) => (globalThis as unknown as WithSide).side.remove(file), name);
  const spentMs = before === null || after === null ? null : after - before;
  return {
    ms,
    processorMs: spentMs,
    peakMb,
    slopeMbPerGb: slope === null ? null : (slope * (ms / 1000)) / (bytes / 1e9),
    bytes,
  };
}

const plain = (driven: Driven, library: View) =>
  measured(driven, library, "plain.zip", () =>
    library.run((file) => (globalThis as unknown as WithSide).side.plainZip(file), "plain.zip"),
  );

const ours = (driven: Driven, library: View, items: number) =>
  measured(driven, library, "package.zip", async () => {
    await library.press("Kept items");
    await library.press("Hand over");
    await library.toggle("Add a marked copy of each picture");
    await library.press("See what will be inside");
    await library.press("Make the package");
    const start = performance.now();
    const said = await library.run((name) => (globalThis as unknown as WithSide).side.saidAtTheEnd(name), END.source);
    if (!said.includes("The package is ready")) throw new Error(`no package of ${items} items was made:\n${said}`);
    const ms = performance.now() - start;
    await library.press("Make another package");
    return ms;
  });

async function report({ items, mb, json }: Wanted, rows: ExportRow[], peers: ExportRow[]): Promise<void> {
  const best = (some: ExportRow[], of: "ms" | "processorMs") => Math.min(...some.map((row) => row[of] ?? Number.NaN));
  const ratioOf = (of: "ms" | "processorMs") => best(rows, of) / best(peers, of);
  const [ratio, processorRatio] = [ratioOf("ms"), ratioOf("processorMs")];
  const machine = machineFacts();
  console.log(`Export bench: ${items} items, ${mb} MB, ${machine.cpus} × ${machine.cpu}`);
  console.log(WHAT_IS_SUMMED);
  console.log(lineOf("plain ZIP", peers));
  console.log(lineOf("package", rows));
  console.log(
    `ratio: ${ratio.toFixed(2)} times the plain ZIP, ${processorRatio.toFixed(2)} times its processor time (best of ${rows.length} each)`,
  );
  if (json === null) return;
  const named = peers.map((row) => ({ name: "plain zip", ...row }));
  await writeFigures(json, { machine, rows, peers: named, totals: { items, mb, ratio, processorRatio } });
}

function lineOf(name: string, rows: ExportRow[]): string {
  return rows
    .map(({ ms, processorMs: spentMs, peakMb, slopeMbPerGb, bytes }) =>
      [
        name.padEnd(10),
        `${(ms / 1000).toFixed(1)} s`,
        `${(bytes / 1e6 / (ms / 1000)).toFixed(0)} MB/s`,
        `processor ${spentMs === null ? "?" : (spentMs / 1000).toFixed(1)} s`,
        `peak ${peakMb?.toFixed(0) ?? "?"} MB`,
        `slope ${slopeMbPerGb?.toFixed(1) ?? "?"} MB a GB`,
      ].join("  "),
    )
    .join("\n");
}
