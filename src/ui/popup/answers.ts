/** What the background answers, also where it is gone and answers nothing. */
import type { CaptureFailure, VaultFailure } from "@/src/model/errors";
import type { Result } from "@/src/model/result";
import type { Keeping } from "./state";

/** A background that is gone answers like a page that does not: the user can try again. */
export async function answered<Value>(
  reply: Promise<Result<Value, CaptureFailure>>,
): Promise<Result<Value, CaptureFailure>> {
  return reply.catch(() => ({ ok: false, failure: "pageNotAnswering" }) as const);
}

/** A background that is gone has written nothing. */
export async function outcome(reply: Promise<Result<unknown, VaultFailure>>): Promise<Keeping> {
  const kept = await reply.catch(() => ({ ok: false, failure: "cannotOpen" }) as const);
  return kept.ok ? "kept" : { failure: kept.failure };
}
