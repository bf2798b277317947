/** Makes of a request and its reply the four files that are kept, and checks them as whoever receives them will. */
import type { Certificate } from "pkijs";
import { StampError, type Stamped, type StampFiles } from "@/src/model/stamp";
import { chainBetween } from "./chain";
import { checkStamp } from "./check-stamp";
import { certificatesOf, pemOf } from "./der";
import { readReply } from "./reply";
import { knownRoots } from "./roots";
import { signerOf } from "./signer";

/**
 * @param data What was to be stamped.
 * @param more The authority's certificates where its reply does not hold them.
 * @throws {StampError} any fault
 */
export async function completeStamp(
  data: Uint8Array<ArrayBuffer>,
  request: Uint8Array<ArrayBuffer>,
  reply: Uint8Array<ArrayBuffer>,
  more: readonly Certificate[] = [],
): Promise<Stamped> {
  const files = { request, reply, ...(await certificatesFor(reply, more)) };
  const check = await checkStamp(data, files);
  if (!check.ok) throw new StampError(check.fault);
  return { files, stamp: check.stamp };
}

/** Authorities leave out their root, or send it along: the one that comes with the program is taken first. */
async function certificatesFor(
  bytes: Uint8Array,
  more: readonly Certificate[],
): Promise<Pick<StampFiles, "chain" | "root">> {
  const none = { chain: "", root: "" };
  const reply = readReply(bytes);
  if (reply.kind !== "token") return none; // the check says why
  const signer = signerOf(reply.token, more);
  if (signer === null) return none;
  const others = [...reply.token.certificates, ...more];
  const roots = [...(certificatesOf(knownRoots()) ?? []), ...others];
  const way = await chainBetween(signer, others, roots);
  return way === null ? none : { chain: pemOf(way.between), root: pemOf([way.root]) };
}
