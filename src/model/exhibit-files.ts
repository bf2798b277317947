/** The files of an exhibit: what a record says of each, and which a bundle holds besides or leaves out. */
import type { CoverBox } from "./covers";
import type { Sha256, Sha512 } from "./digest";

export interface ExhibitFile {
  /** Below the exhibit's folder, e.g. `original/screen-000.png`. */
  path: string;
  role: "original" | "derived";
  /** For derived files: what was done, and to which files. */
  op?: string;
  from?: string[];
  bytes: number;
  mime: string;
  /** Of the exact bytes, taken before encryption. */
  sha256: Sha256;
  sha512: Sha512;
  complete: boolean;
}

/** Format of `derived.json`: what was made of an exhibit for one bundle. See docs/formats/bundle.md */
export const DERIVED_SCHEMA = "tidemark-derived/1";

/** `boxes`: what of the picture it was made of is opaque. */
export type DerivedFile = ExhibitFile & { boxes?: readonly CoverBox[] };

/** Files that a record does not name, because they were made after it was sealed. */
export interface DerivedFiles {
  schema: typeof DERIVED_SCHEMA;
  files: DerivedFile[];
}

/** Format of `left-out.json`: what a bundle does not hold because its maker chose so. See docs/formats/bundle.md */
export const LEFT_OUT_SCHEMA = "tidemark-left-out/1";

/** Files of a record that are in no package in which pictures are covered or left out. */
export interface LeftOutFiles {
  schema: typeof LEFT_OUT_SCHEMA;
  why: "pictures";
  files: Pick<ExhibitFile, "path" | "bytes" | "sha256" | "sha512">[];
}

/** The copy of the picture with the facts written above it. */
export const MARKED_FILE = "derived/marked.png";
/** The copy of the picture on which the parts that the user covered are opaque. */
export const REDACTED_FILE = "derived/redacted.png";

/** What is said of a file before its bytes are known. */
export type FileAbout = Omit<ExhibitFile, "bytes" | "sha256" | "sha512" | "complete">;
