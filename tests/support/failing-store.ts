/** An IndexedDB that has no room, in the ways in which browsers say so. */
import { vi } from "vitest";

export const HOW_WRITES_FAIL = [
  "the call throws",
  "the request fails",
  "the transaction is aborted and its requests end with AbortError",
  "the transaction is aborted after its last request",
] as const;
export type HowWritesFail = (typeof HOW_WRITES_FAIL)[number];

/** fake-indexeddb's own way to end a transaction as a browser does. */
interface Abortable extends IDBTransaction {
  _abort(errorName: string): void;
}

const full = (): DOMException => new DOMException("no room left", "QuotaExceededError");

/** Writes into one store fail, from the given one on (0 is the next). Undone by `vi.restoreAllMocks()`. */
export function failWrites(store: string, how: HowWritesFail, from = 0): void {
  let seen = 0;
  for (const method of ["add", "put"] as const) {
    const write = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, value, key) {
      const place = seen;
      if (this.name === store) seen += 1;
      const isFine = this.name !== store || place < from;
      if (!isFine && how === "the call throws") throw full();
      const request = write.call(this, value, key);
      if (!isFine) spoil(request, this.transaction as Abortable, how);
      return request;
    });
  }
}

function spoil(request: IDBRequest<IDBValidKey>, tx: Abortable, how: HowWritesFail): void {
  if (how === "the transaction is aborted after its last request") {
    request.addEventListener("success", () => queueMicrotask(() => tx._abort("QuotaExceededError")));
    return;
  }
  if (how === "the request fails") Object.defineProperty(request, "error", { get: full, set: () => {} });
  queueMicrotask(() => tx._abort("QuotaExceededError"));
}
