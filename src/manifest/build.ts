/**
 * The list of files and digests in a bundle, in the form `sha256sum -c` and every BagIt tool reads (RFC 8493, 2.1.3).
 * Format: docs/formats/bundle.md
 */

/** One line of a manifest: the file's path from the bundle's own folder, and its digest in lowercase hex. */
export interface ManifestLine {
  path: string;
  digest: string;
}

/** The text of a manifest: one line a file, in the order of the paths' code units, so the same files give the same text. */
export function buildManifest(lines: readonly ManifestLine[]): string {
  const sorted = [...lines].sort((one, other) => (one.path < other.path ? -1 : 1));
  return sorted.map(({ path, digest }) => `${digest}  ${encodePath(path)}\n`).join("");
}

/** RFC 8493 encodes these three characters in a path and no others. */
export function encodePath(path: string): string {
  return path.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
