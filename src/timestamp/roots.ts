/** The time-stamp authorities that are known here, and their root certificates. */
import type { Sha256 } from "@/src/model/digest";
import authorities from "./authorities.json" with { type: "json" };

export type Authority = (typeof authorities)[number];

export const AUTHORITIES: readonly Authority[] = authorities;

/** Those that the program can ask; the others are known by their root alone. */
export function asked(): { id: string; name: string; url: string }[] {
  return AUTHORITIES.flatMap(({ id, name, url }) => (url === null ? [] : [{ id, name, url }]));
}

/** The authority that has this root; `null` where none in the list does. */
export function nameOfRoot(root: Sha256): string | null {
  return AUTHORITIES.find(({ rootSha256 }) => rootSha256 === root)?.name ?? null;
}

/** Root certificates that come with the program, as PEM: authorities often do not send theirs. */
export function knownRoots(): string {
  return AUTHORITIES.flatMap(({ rootPem }) => rootPem ?? []).join("\n");
}
