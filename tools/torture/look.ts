/** What is there after a start: the notes open, what was told is in the list and whole, nothing is half there, the log goes on. */
import type { Driven } from "../drive/driven";
import type { View } from "../drive/view";
import { stored } from "../interrupt/observer";
import { ask } from "./ask";
import type { Known } from "./known";

const OPENED = /EX-\d+|Nothing is kept yet|Your notes are locked|could not be|cannot be/;
const LISTED = /EX-\d+|Nothing is kept yet|could not be|cannot be/;
const CHECKED = /Unchanged since saved|Not as they were saved|could not be/;
/** How long the background may take to remove what was cut off. */
const TIDYING_MS = 5_000;
const BAD_WORDS = /[^\n]*(could not be read|could not be opened|not in the list yet|damaged)[^\n]*/;

/** @returns The open library, and what is wrong. */
export async function lookAt(driven: Driven, known: Known): Promise<{ library: View; faults: string[] }> {
  const library = await driven.openOwnPage("library.html");
  const faults: string[] = [];
  if (/Your notes are locked/.test(await library.untilText(OPENED))) faults.push(...(await unlocked(library, known)));
  else if (!known.passphrases.includes(null)) faults.push("a passphrase was set, and the notes were not locked");
  else known.passphrases = [null];
  const text = await library.untilText(LISTED);
  const bad = BAD_WORDS.exec(text);
  if (bad) faults.push(`the library says: ${bad[0]}`);
  faults.push(...known.settle(await labelsIn(library)));
  faults.push(...(await handleFaults(library, known)), ...(await checkFaults(library)), ...(await halves(library)));
  faults.push(...(await noteFaults(library, known)));
  await library.press("Kept items");
  await library.untilText(LISTED);
  return { library, faults };
}

/** @returns A fault where none of the passphrases opens the notes. */
async function unlocked(library: View, known: Known): Promise<string[]> {
  for (const secret of known.passphrases) {
    if (secret === null || !(await ask(library, "vault.unlock", { secret })).ok) continue;
    known.passphrases = [secret];
    return [];
  }
  return ["no passphrase opens the notes"];
}

export const labelsIn = (library: View): Promise<string[]> =>
  library.run(
    () => Array.from(document.querySelectorAll("a[href^='#/item/']"), ({ textContent }) => textContent?.trim() ?? ""),
    null,
  );

/** The account names that the user gave stand in the list. */
async function handleFaults(library: View, known: Known): Promise<string[]> {
  const faults: string[] = [];
  for (const [label, values] of known.handles) {
    const row = await library.run(
      (wanted) =>
        Array.from(document.querySelectorAll("li"), ({ textContent }) => textContent ?? "").find((words) =>
          words.trim().startsWith(wanted),
        ) ?? "",
      label,
    );
    const stands = values.filter((value) => (value === "" ? !row.includes("edit.") : row.includes(value)));
    // What was under way may stand or not; from now on it is known which.
    if (stands.length === 0) faults.push(`${label}: none of ${values.join(", ")} stands in “${row}”`);
    else known.handles.set(label, [stands.at(-1)!]);
  }
  return faults;
}

/** What the user wrote stands in their account; what was under way is taken for known from now on. */
async function noteFaults(library: View, { notes }: Known): Promise<string[]> {
  if (notes.underWay === null) return [];
  const { told, underWay } = notes;
  await library.press("What happened");
  await library.until("the account", async () => (await library.text()).includes(told.at(-1) ?? "What happened"));
  const text = await library.text();
  if (text.includes(underWay) && told.at(-1) !== underWay) told.push(underWay);
  const shown = [...text.matchAll(/note\.\d+\.\d+\./g)].map(([words]) => words);
  const lost = told.filter((words) => !shown.includes(words));
  const strange = shown.filter((words) => !told.includes(words));
  return [
    ...lost.map((words) => `${words} was written and is gone`),
    ...strange.map((words) => `${words} was never told`),
  ];
}

/** Has everything compared with the digests; that writes an entry into the log, so it also shows that the log goes on. */
async function checkFaults(library: View): Promise<string[]> {
  await library.press("Check kept items");
  await library.press("Check now");
  const text = await library.untilText(CHECKED);
  return text.includes("Unchanged since saved") ? [] : [`the check says: ${text.replaceAll("\n", " ")}`];
}

/** Nothing is left of what was cut off. */
async function halves(library: View): Promise<string[]> {
  let now = await stored(library);
  const isTidy = async () => {
    now = await stored(library);
    return now.drafts + now.halves === 0;
  };
  // What is still there after that is told below.
  await library.until("nothing half", isTidy, TIDYING_MS).catch(() => {});
  return now.drafts + now.halves > 0 ? [`half an item is left: ${now.drafts} drafts, ${now.halves} bodies`] : [];
}
