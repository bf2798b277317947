/**
 * Reads manifests strictly (RFC 8493, 2.1.3): what is not exactly a list of digests and safe paths is refused whole.
 * Format: docs/formats/bundle.md
 */
import { foldedPath, isSafePath } from "./paths";

export type ManifestFailure = "badLine" | "badDigest" | "unsafePath" | "duplicatePath";

export type ParsedManifest =
  /** Path → digest in lowercase hex, in the order of the file. */
  { ok: true; digests: Map<string, string> } | { ok: false; failure: ManifestFailure; line: number };

const LINE = /^([0-9A-Fa-f]+)[ \t]+(\S.*)$/;

/** @param digestLength Hex digits in each digest. */
export function parseManifest(text: string, digestLength: number): ParsedManifest {
  const digests = new Map<string, string>();
  const folded = new Set<string>();
  for (const [index, line] of linesOf(text).entries()) {
    const failed = (failure: ManifestFailure) => ({ ok: false as const, failure, line: index + 1 });
    const [, digest, written] = LINE.exec(line) ?? [];
    if (digest === undefined || written === undefined) return failed("badLine");
    if (digest.length !== digestLength) return failed("badDigest");
    const path = decodePath(written);
    if (!isSafePath(path)) return failed("unsafePath");
    if (folded.has(foldedPath(path))) return failed("duplicatePath");
    folded.add(foldedPath(path));
    digests.set(path, digest.toLowerCase());
  }
  return { ok: true, digests };
}

/** Undoes `encodePath`. Other percent signs stand for themselves, and a leading `./` for nothing. */
export function decodePath(written: string): string {
  return written
    .replace(/^(\.\/)+/, "")
    .replace(/%(0[Aa]|0[Dd]|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Lines end with LF, CR or CRLF; the last may lack its end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
