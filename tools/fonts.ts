/**
 * The fonts of the printed binder, as they go into the package: WOFF files from the pinned `@fontsource` packages (Noto,
 * SIL Open Font License 1.1), and a table that says which file draws which characters.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { create } from "fontkit";
import type { FontEntry, FontTable } from "../src/export/pdf/font-table";
import { unpackWoff } from "../src/export/pdf/unpack-woff";
import { ROOT } from "./root";

const PACKAGES = join(ROOT, "node_modules/@fontsource");

/** In the order they are asked: the first that has a character draws it. */
const SANS = [
  slices("noto-sans", /-(latin|latin-ext|vietnamese|cyrillic|cyrillic-ext|greek|greek-ext)-400-normal/),
  // Its letters are whole. In Noto they are a body and raised dots, which readers of a PDF take for words of their own.
  slices("ibm-plex-sans-arabic", /-arabic-400-normal/),
  slices("noto-sans-arabic", /-arabic-400-normal/),
  slices("noto-sans-hebrew", /-hebrew-400-normal/),
  slices("noto-sans-thai", /-thai-400-normal/),
  slices("noto-sans-devanagari", /-devanagari-400-normal/),
  slices("noto-sans-hk", /-400-normal/),
  slices("noto-sans-jp", /-400-normal/),
  slices("noto-sans-kr", /-400-normal/),
  slices("noto-sans-sc", /-400-normal/),
  slices("noto-sans-symbols", /-symbols-400-normal/),
  slices("noto-sans-symbols-2", /-symbols-400-normal/),
  slices("noto-sans-math", /-latin-400-normal/),
  slices("noto-emoji", /-emoji-400-normal/),
];
const BOLD = [slices("noto-sans", /-(latin|latin-ext|cyrillic|greek)-600-normal/)];
const MONO = [slices("noto-sans-mono", /-latin-400-normal/)];

/** Emoji are asked for whole sequences, some of whose parts another font has: its file keeps all its characters. */
const WHOLE = /^noto-emoji/;

export interface PackedFonts {
  table: FontTable;
  /** Name in the package → file on this machine. */
  files: Map<string, string>;
}

export async function packedFonts(): Promise<PackedFonts> {
  const files = new Map<string, string>();
  const pack = async (groups: readonly string[][]) => {
    const covered = new Set<number>();
    const entries: FontEntry[] = [];
    for (const path of groups.flat()) {
      const file = basename(path);
      const added = (await codesOf(path)).filter((code) => WHOLE.test(file) || !covered.has(code));
      if (added.length === 0) continue;
      for (const code of added) covered.add(code);
      files.set(file, path);
      entries.push({ file, ranges: rangesOf(added) });
    }
    return entries;
  };
  return { table: { sans: await pack(SANS), bold: await pack(BOLD), mono: await pack(MONO) }, files };
}

/** The licence of the fonts, which has to go with them. */
export function fontLicence(): string {
  return readFileSync(join(PACKAGES, "noto-sans/LICENSE"), "utf8");
}

async function codesOf(path: string): Promise<number[]> {
  const font = create(Buffer.from(await unpackWoff(new Uint8Array(readFileSync(path)))));
  if (!("characterSet" in font)) throw new TypeError(`${path} holds more than one font`);
  return font.characterSet;
}

function slices(name: string, which: RegExp): string[] {
  const folder = join(PACKAGES, name, "files");
  const names = readdirSync(folder).filter((file) => file.endsWith(".woff") && which.test(file));
  return names.sort(new Intl.Collator("en", { numeric: true }).compare).map((file) => join(folder, file));
}

/** `[first, last, first, last …]`, both included. */
function rangesOf(codes: readonly number[]): number[] {
  const ranges: number[] = [];
  for (const code of [...new Set(codes)].sort((one, other) => one - other)) {
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}
