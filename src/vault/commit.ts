/** One transaction as one act: all of its requests are committed, or none is. */
import { VaultError } from "@/src/model/errors";

interface Transaction {
  done: Promise<void>;
  error: DOMException | null;
  abort(): void;
}

/**
 * Starts the requests in order and waits until the transaction has ended.
 * @throws {VaultError} `full` when the browser has no room, `cannotOpen` for its other refusals, or what a request threw
 */
export async function commit(tx: Transaction, requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  const pending: Promise<unknown>[] = [tx.done];
  try {
    for (const start of requests) pending.push(start());
    await Promise.all(pending);
  } catch (cause) {
    abort(tx);
    await Promise.allSettled(pending);
    throw cause instanceof VaultError ? cause : failureOf(tx, cause);
  }
}

/** Requests that were started before another one failed must not be committed without it. */
function abort(tx: Transaction): void {
  try {
    tx.abort();
  } catch {
    // It has ended by itself, which is all that is wanted.
  }
}

/** Where there is no room, requests may end with AbortError, and only the transaction says why. */
function failureOf(tx: Transaction, cause: unknown): VaultError {
  const isFull = [cause, tx.error].some(
    (error) => error instanceof DOMException && error.name === "QuotaExceededError",
  );
  return new VaultError(isFull ? "full" : "cannotOpen", { cause });
}
