/** Fills the notes of a running browser, and measures step by step what a user waits for. */
import type { Page } from "puppeteer-core";
import type { Driven } from "../../drive/driven";
import { lock, setPassphrase } from "../../drive/passphrase";
import { type Added, type Measured, RAW_ROW_BYTES } from "./figures";
import { timeScrolling, timeSearches, timeUnlock } from "./in-library";
import { madeUpSearches } from "./made-up";
import { type Call, callsIn } from "./page-side";

/** Made up as well. */
const PASSPHRASE = "heather anchor plural 62 copper";
/** So many items are among the first few. */
const FEW = 10;
const ADDED = 15;
const FILLED_AT_ONCE = 100;
/** After so much writing the browser's store goes on putting its files in order for a while. */
const REST_MS = 10_000;
const READINGS = 9;
const UNLOCKS = 5;

/** @param items How many there are to be, about. @param say Is told how far it is. */
export async function measure(driven: Driven, items: number, say: (line: string) => void): Promise<Measured> {
  await driven.openOwnPage("verify.html");
  const call = await callsIn(await pageAt(driven, "/verify.html"));
  // The same place in a part of the list both times: a part is written whole.
  const whole = items - (items % FILLED_AT_ONCE);
  await repeated(FEW, (n) => call("add", n)); // the first ones also wait for what is only made once
  const addedToFew = await timeAdding(call, FEW);
  await fillUpTo(call, FEW + ADDED, whole + FEW, say);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const addedToMany = await timeAdding(call, whole + FEW);
  const readings = await timeReading(call);

  const library = await driven.openOwnPage("library.html");
  await setPassphrase(library, PASSPHRASE);
  await library.press("Kept items");
  await library.untilText(/Items: /, 120_000);
  const unlocks = await repeated(UNLOCKS, async () => {
    await lock(library);
    return timeUnlock(library, PASSPHRASE);
  });
  say("Searching and scrolling …");
  const searchMs = await timeSearches(library, madeUpSearches(whole));
  const scrolled = await timeScrolling(library);
  const counts = { few: FEW, many: whole + FEW, all: readings[0]!.items };
  return { ...counts, addedToFew, addedToMany, readings, unlocks, searchMs, scrolled };
}

async function fillUpTo(call: Call, from: number, items: number, say: (line: string) => void): Promise<void> {
  for (let at = from; at < items; at += FILLED_AT_ONCE) {
    await call("fill", at, Math.min(FILLED_AT_ONCE, items - at));
    if ((at - from) % 1000 === 0) say(`${at} of ${items} items …`);
  }
}

/** In turns with a raw row, so that both meet the machine as it is just then. */
const timeAdding = (call: Call, from: number): Promise<Added[]> =>
  repeated(ADDED, async (n) => ({ rawMs: await call("rawAdd", RAW_ROW_BYTES), ...(await call("add", from + n)) }));

/** In turns with a raw reading. */
const timeReading = (call: Call) =>
  repeated(READINGS, async () => {
    const { ms: rawMs, bytes: rawBytes } = await call("raw");
    return { ...(await call("list")), rawMs, rawBytes };
  });

async function repeated<Value>(times: number, once: (n: number) => Promise<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for (let n = 0; n < times; n += 1) found.push(await once(n));
  return found;
}

async function pageAt({ browser }: Driven, path: string): Promise<Page> {
  const found = (await browser.pages()).find((page) => new URL(page.url()).pathname === path);
  if (!found) throw new Error(`no page of the extension at ${path}`);
  return found;
}
