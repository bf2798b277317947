/**
 * `npm run bench -- vault`: fills the notes of the release build in a real Chromium with made-up items, and measures what
 * a user waits for, beside a raw reading of the same bytes from IndexedDB.
 */
import { parseArgs } from "node:util";
import { drive } from "../drive/drive";
import { build } from "../release-build";
import { machineFacts, writeFigures } from "./machine";
import { figuresOf, vaultTable, vaultTotalsLine } from "./vault/figures";
import { measure } from "./vault/measure";

const USAGE = "npm run bench -- vault [--items N] [--json FILE]";
const say = (line: string) => console.error(line);

export async function benchVault(args: string[]): Promise<number> {
  const wanted = options(args);
  if (typeof wanted === "string") {
    say(`${wanted}\n${USAGE}`);
    return 2;
  }
  const { items, json } = wanted;
  say("Building the extension as it is released …");
  await build("chromium");
  const driven = await drive("chromium");
  try {
    const { rows, peers, totals } = figuresOf(await measure(driven, items, say));
    const machine = machineFacts();
    console.log(`Vault bench: Chromium, ${items} items, ${machine.cpus} × ${machine.cpu}\n`);
    console.log(vaultTable(rows));
    console.log(
      `\nBeside it, raw IndexedDB in the same store: the rows and keys that the list is read from, and one row more:\n`,
    );
    console.log(vaultTable(peers.map((peer) => ({ ...peer, what: `${peer.what}, ${kilobytes(peer.bytes)} kB` }))));
    console.log(`\n${vaultTotalsLine(totals)}`);
    if (json) await writeFigures(json, { machine, rows, peers, totals });
    return 0;
  } finally {
    await driven.close();
  }
}

function options(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { items: { type: "string", default: "10000" }, json: { type: "string" } },
    });
    const items = Number(values.items);
    if (!(Number.isInteger(items) && items >= 200)) return `“${values.items}” is not a number of items from 200 on.`;
    return { items, json: values.json };
  } catch (error) {
    return (error as Error).message;
  }
}

const kilobytes = (bytes: number): string => Math.round(bytes / 1000).toString();
