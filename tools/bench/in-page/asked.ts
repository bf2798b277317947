/**
 * Counts what a piece of work asks of the browser's store. Unlike a time it is the same on every machine, so it tells what of
 * a slower adding is ours. Counts from when this is loaded, all of the page's stores together.
 */
export interface Asked {
  /** Calls, but for the steps of a cursor. */
  requests: number;
  /** Written, and given back. */
  rows: number;
  /** Of their sealed parts. */
  bytes: number;
}

const asked: Asked = { requests: 0, rows: 0, bytes: 0 };

/** What was asked while `work` went on. */
export async function askedBy(work: () => Promise<unknown>): Promise<Asked> {
  const before = { ...asked };
  await work();
  const { requests, rows, bytes } = asked;
  return { requests: requests - before.requests, rows: rows - before.rows, bytes: bytes - before.bytes };
}

const WRITING = ["add", "put"] as const;
const READING = ["get", "getAll", "getKey", "getAllKeys"] as const;
const OTHER = ["count", "delete", "openCursor", "openKeyCursor"] as const;

type Calls = Record<string, (...about: unknown[]) => IDBRequest>;

function watch(prototype: object): void {
  const calls = prototype as Calls;
  for (const name of [...WRITING, ...READING, ...OTHER]) {
    const call = calls[name];
    if (call === undefined) continue;
    calls[name] = function (this: unknown, ...about) {
      const request = call.apply(this, about);
      asked.requests += 1;
      if (isOneOf(WRITING, name)) note([about[0]]);
      if (isOneOf(READING, name)) request.addEventListener("success", () => note([request.result].flat()));
      return request;
    };
  }
}

watch(IDBObjectStore.prototype);
watch(IDBIndex.prototype);

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);

function note(rows: readonly unknown[]): void {
  asked.rows += rows.length;
  asked.bytes += bytesIn(rows);
}

function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, each) => sum + bytesIn(each), 0);
}
