/**
 * A store whose files were damaged while the browser was closed. It opens whole; or what is wrong is said in words, and what is
 * intact can be handed over. What must never be: that something is gone, or is not as it was, and nothing says so.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { checkBundle } from "../check-bundle";
import { drive } from "../drive/drive";
import type { Driven } from "../drive/driven";
import { downloaded, keepPage } from "../drive/journey";
import type { View } from "../drive/view";
import { randomFrom } from "../interrupt/plan";
import { ROOT } from "../root";
import { serveFolder } from "../serve";
import { labelsIn } from "./look";
import { ITEMS_AT_FIRST, type Profiles, prepareProfiles } from "./profiles";
import { tear } from "./tear";

export interface Torn {
  seed: number;
  /** Which file, and what was done to it. */
  tear: string;
  outcome: "whole" | "damage is named" | "not opened";
  /** The words that name it. */
  said: string[];
  /** What became of handing everything over. */
  package: "made" | "made of what is intact" | "nothing there";
  faults: string[];
}

const SETTLED = /EX-\d+|Nothing is kept yet|could not be opened/;
/** Sentences of the library that name damage. */
const NAMED = [
  /Notes that were kept in this browser are gone[^\n]*/,
  /What you saved or wrote last is no longer[^\n]*/,
  /The history of some of your items is damaged[^\n]*/,
  /An item could not be read[^\n]*/,
  /Your notes could not be opened[^\n]*/,
  /EX-\d+: (?:changed|missing): [^\n]*/,
  /The history of what was done does not hold together[^\n]*/,
];

export async function tearStores(seeds: readonly number[], onTorn: (torn: Torn) => void = () => {}): Promise<Torn[]> {
  const served = await serveFolder(join(ROOT, "tests", "fixtures", "pages"));
  const profiles = await prepareProfiles(served.origin);
  const all: Torn[] = [];
  try {
    for (const seed of seeds) {
      const torn = await tearOne(profiles, seed, served.origin);
      onTorn(torn);
      all.push(torn);
    }
  } finally {
    await served.close();
    await profiles.remove();
  }
  return all;
}

async function tearOne(profiles: Profiles, seed: number, origin: string): Promise<Torn> {
  const [profile, downloads] = [await profiles.used(), await profiles.folder()];
  const { file, how } = await tear(profile, randomFrom(seed));
  const torn: Torn = {
    seed,
    tear: `${file.split("/").slice(-2).join("/")} ${how}`,
    outcome: "whole",
    said: [],
    package: "nothing there",
    faults: [],
  };
  const driven = await drive("chromium", { profile, downloads, height: 2000 });
  try {
    await look(driven, downloads, origin, torn);
  } catch (error) {
    torn.faults.push(`the run broke: ${(error as Error).message.slice(0, 400)}`);
  }
  await driven.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return torn;
}

async function look(driven: Driven, downloads: string, origin: string, torn: Torn): Promise<void> {
  const library = await driven.openOwnPage("library.html");
  const words = [await library.untilText(SETTLED)];
  const labels = await labelsIn(library);
  await library.press("Check kept items");
  await library.press("Check now");
  words.push(await library.untilText(/Unchanged since saved|Not as they were saved|could not be/));
  // What the check finds may be told beside the list.
  await library.press("Kept items");
  words.push(await library.untilText(SETTLED));
  torn.said = NAMED.flatMap((sentence) => sentence.exec(words.join("\n"))?.[0] ?? []);
  if (torn.said.length > 0) torn.outcome = /could not be opened/.test(words[0]!) ? "not opened" : "damage is named";
  const gone = ITEMS_AT_FIRST.filter((label) => !labels.includes(label));
  if (gone.length > 0 && torn.said.length === 0) torn.faults.push(`${gone.join(", ")} gone, and nothing says so`);
  if (labels.length > 0) await handOver(library, downloads, torn);
  if (torn.outcome === "not opened") return;
  const { said } = await keepPage(driven, await driven.openPage(`${origin}/post.html?after`));
  if (!/Saved as EX-/.test(said)) torn.faults.push(`nothing more can be saved: ${said}`);
}

async function handOver(library: View, downloads: string, torn: Torn): Promise<void> {
  const ended = /The package is ready|No package was made/;
  await library.press("Hand over");
  await library.press("See what will be inside");
  await library.press("Make the package");
  torn.package = "made";
  if (/No package was made/.test(await library.untilText(ended))) {
    await library.press("Make it without what is damaged");
    await library.untilText(/The package is ready/);
    torn.package = "made of what is intact";
    if (torn.said.length === 0) torn.faults.push("a package found damage that the check did not");
  }
  const verdict = await checkBundle(await downloaded(downloads, new Map(), ".zip"));
  if (verdict.kind !== "checked" || !verdict.intact) torn.faults.push(`the package: ${JSON.stringify(verdict)}`);
}
