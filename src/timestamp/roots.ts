/** The time-stamp authorities that are known here, and their root certificates. */
import type { Sha256 } from "@/src/model/digest";
import authorities from "./authorities.json" with { type: "json" };

export type Authority = (typeof authorities)[number];

export const AUTHORITIES: readonly Authority[] = authorities;

/** The authority that has this root; `null` where none in the list does. */
export function nameOfRoot(root: Sha256): string | null {
  return AUTHORITIES.find(({ rootSha256 }) => rootSha256 === root)?.name ?? null;
}

/** Root certificates that come with the program, as PEM: authorities often do not send theirs. */
export function knownRoots(): string {
  return AUTHORITIES.flatMap(({ rootPem }) => rootPem ?? []).join("\n");
}
