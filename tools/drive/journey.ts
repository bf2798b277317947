/** What a user does, step by step: keep a page, make a package. Shared by the demo and the end-to-end tests. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Driven } from "./driven";
import { type View, ViewGone } from "./view";

export interface Kept {
  /** "EX-001", or `null` where the popup gave another end. */
  label: string | null;
  /** From pressing “Save this page” until the popup said how it ended. */
  captureMs: number;
  /** All that the popup said at the end. */
  said: string;
}

/** Faces of the popup, as it words them. */
const SAVED = /Saved as (EX-\d+)/;
/** Without a number while the notes are locked. */
const ENDED = /Saved as EX-\d+|^Saved$|Not saved|Stopped/m;
const ANY = new RegExp(`Save this page|cannot be saved|Saving (?:this page|it safely)|Paused|${ENDED.source}`, "m");
/** A long page takes half a second a viewport. */
const CAPTURE_PATIENCE_MS = 300_000;
/** How often the toolbar button is pressed for one page whose popup goes away by itself. */
const MAX_PRESSES = 5;

/** The two ways to save, by the name of their button. */
export type SaveButton = "Save this page" | "Save with pictures covered";

/** How much is saved, by the label of the choice; left out: what the popup has chosen already. */
export type ScopeLabel = "Whole page" | "This view" | "This conversation";

/** Presses the toolbar button on a page, then saves. @returns The popup, while the page is being saved. */
export async function startKeeping(
  driven: Driven,
  page: Page,
  button: SaveButton = "Save this page",
  scope?: ScopeLabel,
): Promise<View> {
  const popup = await driven.pressToolbarButton(page);
  if (scope) await popup.pickRadio(new RegExp(`^${scope}$`));
  await popup.press(button);
  return popup;
}

/**
 * Presses the toolbar button on a page, then saves, and waits for the end. Where the popup goes away by
 * itself, as it does when a page makes the browser ask something, the button is pressed again: the popup finds the capture.
 */
export async function keepPage(
  driven: Driven,
  page: Page,
  button: SaveButton = "Save this page",
  scope?: ScopeLabel,
): Promise<Kept> {
  const saving: Saving = { button, scope, startMs: null };
  for (let presses = 1; ; presses += 1) {
    try {
      const said = await follow(await driven.pressToolbarButton(page), saving);
      const { startMs } = saving;
      const captureMs = startMs === null ? 0 : Math.round(performance.now() - startMs);
      return { label: SAVED.exec(said)?.[1] ?? null, captureMs, said };
    } catch (error) {
      if (!(error instanceof ViewGone) || presses === MAX_PRESSES) throw error;
    }
  }
}

interface Saving {
  button: SaveButton;
  scope: ScopeLabel | undefined;
  /** When the button was first pressed; `null` before that. */
  startMs: number | null;
}

/** @returns What the popup says at the end. */
async function follow(popup: View, saving: Saving): Promise<string> {
  const seen = await popup.untilText(ANY);
  if (seen.includes("Save this page")) {
    if (saving.scope) await popup.pickRadio(new RegExp(`^${saving.scope}$`));
    saving.startMs ??= performance.now();
    await popup.press(saving.button);
  } else if (seen.includes("cannot be saved")) return seen;
  return popup.untilText(ENDED, CAPTURE_PATIENCE_MS);
}

/** Makes one package of everything kept. @returns The path of the downloaded file. @throws where none is made */
export async function handOver(driven: Driven, downloads: string, options: PackageOptions = {}): Promise<string> {
  return (await makePackage(driven, downloads, options)).path;
}

/** Makes one encrypted package of everything kept. @returns Its passphrase, too, as the page shows it */
export async function handOverSealed(
  driven: Driven,
  downloads: string,
  options: PackageOptions = {},
): Promise<{ path: string; passphrase: string; said: string }> {
  const { path, said } = await makePackage(driven, downloads, { ...options, isSealed: true });
  return { path, passphrase: passphraseIn(said), said };
}

/** Makes one package of everything that is kept for someone else, for them. Unless told, with the choices that stand there first. */
export async function giveBack(
  driven: Driven,
  downloads: string,
  options: Pick<PackageOptions, "pictures"> = {},
): Promise<{ path: string; passphrase: string; preview: string; said: string }> {
  const { path, preview, said } = await makePackage(driven, downloads, { ...options, receiver: "A friend" });
  return { path, passphrase: passphraseIn(said), preview, said };
}

function passphraseIn(said: string): string {
  const [passphrase] = /^[a-z]+(-[a-z]+){5}$/m.exec(said) ?? [];
  if (passphrase === undefined) throw new Error(`no passphrase was shown:\n${said}`);
  return passphrase;
}

/** Makes one package, and its printed form with every picture. @throws where one of them is not made */
export async function handOverPrinted(
  driven: Driven,
  downloads: string,
  options: Pick<PackageOptions, "language"> = {},
): Promise<{ package: string; binder: string }> {
  const { library, path } = await makePackage(driven, downloads, { ...options, withMarked: false });
  const before = await lyingIn(downloads);
  await library.toggle("Printed in full");
  await library.press("Make the binder");
  const said = await library.untilText(/The binder is ready|No binder was made/, CAPTURE_PATIENCE_MS);
  if (!said.includes("The binder is ready")) throw new Error(`no binder was made:\n${said}`);
  return { package: path, binder: await downloaded(downloads, before, ".pdf") };
}

export interface PackageOptions {
  /** Of the papers, BCP 47; left out: that of the screen. */
  language?: string;
  withMarked?: boolean;
  /** By the label of the choice; left out: in full. */
  pictures?: "With the parts I covered" | "Covered" | "None";
}

interface MakeOptions extends PackageOptions {
  /** By the label of the choice; left out: the first. */
  receiver?: string;
  isSealed?: boolean;
}

/** Chooses, looks at what will be inside, and makes it. */
async function makePackage(
  driven: Driven,
  downloads: string,
  { receiver, language, withMarked = true, pictures, isSealed = false }: MakeOptions,
) {
  const before = await lyingIn(downloads);
  const library = await driven.openOwnPage("library.html");
  await library.press("Hand over");
  if (receiver) await library.pickRadio(new RegExp(`^${receiver}$`));
  if (language) await library.fill("Language of the papers", language);
  if (!withMarked) await library.toggle("Add a marked copy of each picture");
  if (pictures) await library.pickRadio(new RegExp(`^${pictures}$`));
  if (isSealed) await library.pickRadio(/^Whoever knows its passphrase$/);
  await library.press("See what will be inside");
  const preview = await library.untilText(/What will be inside/, CAPTURE_PATIENCE_MS);
  await library.press("Make the package");
  const said = await library.untilText(/The package is ready|No package was made/, CAPTURE_PATIENCE_MS);
  if (!said.includes("The package is ready")) throw new Error(`no package was made:\n${said}`);
  const ending = /\.age\b/.test(said) ? ".age" : ".zip";
  return { library, preview, said, path: await downloaded(downloads, before, ending) };
}

/** Waits for one new, finished file in a folder. */
export async function downloaded(folder: string, before: Lying, ending: string): Promise<string> {
  for (let lastSize = -1, patience = 0; patience < 600; patience += 1) {
    const fresh = [...(await lyingIn(folder))].filter(([name, at]) => before.get(name) !== at).map(([name]) => name);
    const file = fresh.find((name) => name.endsWith(ending));
    const isPending = fresh.some((name) => /\.(part|crdownload)$/.test(name));
    if (file && !isPending) {
      const { size } = await stat(join(folder, file));
      if (size > 0 && size === lastSize) return join(folder, file);
      lastSize = size;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no ${ending} was downloaded into ${folder}`);
}

/** The files in a folder, and when each was last written: two packages of one second have the same name. */
type Lying = ReadonlyMap<string, number>;

async function lyingIn(folder: string): Promise<Lying> {
  const names = await readdir(folder);
  const written = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  return new Map(names.map((name, n) => [name, written[n]!]));
}
