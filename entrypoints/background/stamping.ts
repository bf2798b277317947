/**
 * Where the user asked for it, each item is time-stamped when it is saved: the salted head of its log, which holds the
 * digest of everything saved until then. It goes on after "Saved" is told; the outcome stands in the log.
 */
import { freshSalt, headStampDetail, saltedHead } from "@/src/custody/head-stamp";
import type { CustodyAct } from "@/src/model/custody";
import { sha256 } from "@/src/model/digest";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import { StampError, type StampFailure } from "@/src/model/stamp";
import { browser } from "@/src/platform/browser";
import { readStampAuthority } from "@/src/platform/preferences";
import { isServerAllowed } from "@/src/platform/server-permission";
import { askForStamp, type Post } from "@/src/timestamp/ask";
import { postToAuthority } from "@/src/timestamp/post";
import { asked } from "@/src/timestamp/roots";
import type { OpenVault } from "@/src/vault/open";
import { IdbReader } from "@/src/vault/reader";
import { appendAct } from "@/src/vault/seal";

type Act = () => Pick<CustodyAct, "utc" | "tz" | "actor" | "app">;

/** Browsers stop a background that has called none of their functions for 30 seconds. */
const BEAT_MS = 10_000;

/** Never fails: where no stamp could be had, the log says so, and where that cannot be written nothing is lost. */
export async function stampSaved(
  vault: OpenVault,
  { id, caseId }: { id: ExhibitId; caseId: CaseId },
  act: Act,
  post: Post = postToAuthority,
): Promise<void> {
  const chosen = await readStampAuthority();
  const url = asked().find((each) => each.id === chosen)?.url;
  if (url === undefined) return;
  const beat = setInterval(() => browser.runtime.getPlatformInfo().catch(() => {}), BEAT_MS);
  const about = { event: "stamp" as const, item: id };
  try {
    const outcome = await stampOrFailure(vault, caseId, url, post);
    await appendAct(vault, caseId, { ...act(), ...about, ...outcome });
  } catch (cause) {
    console.warn("no time stamp written down:", cause);
  }
  clearInterval(beat);
}

let before: Promise<void> = Promise.resolve();

/**
 * The same for what a page of ours saved itself. One after another: of a hundred files that come in, each is stamped, and the
 * authority has one request at a time. What is locked, or deleted meanwhile, gets no stamp.
 */
export function stampNext(vault: OpenVault, id: ExhibitId, act: Act, post?: Post): Promise<void> {
  const stamp = async () => {
    if ((await readStampAuthority()) === null) return;
    const record = await new IdbReader(vault.db, vault.access).record(id).catch(() => null);
    if (record !== null) await stampSaved(vault, record, act, post);
  };
  before = before.then(stamp);
  return before;
}

type Outcome = Pick<CustodyAct, "digest" | "detail">;

async function stampOrFailure(vault: OpenVault, caseId: CaseId, url: string, post: Post): Promise<Outcome> {
  const last = (await new IdbReader(vault.db, vault.access).custody(caseId)).at(-1)!;
  const head = { seq: last.seq, hash: last.hash, salt: freshSalt() };
  try {
    if (!(await isServerAllowed(url))) throw new StampError("notAllowed");
    const stamped = await askForStamp(saltedHead(head), url, post, new AbortController().signal);
    const digest = `sha256:${await sha256(stamped.files.reply)}` as const;
    return { digest, detail: headStampDetail(head, stamped) };
  } catch (error) {
    return { digest: null, detail: { outcome: "failed", why: failureOf(error) } };
  }
}

function failureOf(error: unknown): StampFailure {
  if (error instanceof StampError) return error.code;
  throw error;
}
