/** One good log as text, and many ways in which a log can be broken. Both checkers must refuse every one. */
import { entryHash, nextEntry } from "@/src/custody/chain";
import { logLine } from "@/src/custody/lines";
import { headText } from "@/src/custody/signature";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import type { CaseId } from "@/src/model/exhibit";
import { act, CASE_ID, chained } from "@/tests/support/exhibits";

/** A log and its head, as they lie in a bundle. */
export interface LogFiles {
  log: string;
  head: string;
}

export const goodLog = (): Promise<CustodyEntry[]> =>
  chained([
    act({ event: "capture", detail: { exhibit: 1, share: 0.25, tiny: 1e-7, big: 1e21, complete: true, note: null } }),
    act({ event: "reveal", detail: { file: '圖\u007f\u0001"\\/é\u{1f600}' } }),
    act({ event: "capture", item: "b2a4e0d6-8c1f-4f0b-8a57-6de3a0c9f412" as never }),
    act({ event: "check", digest: `sha256:${"0".repeat(64)}` }),
    act({ event: "export", detail: { items: 2, outcome: "begun", exhibits: "1,2" } }),
  ]);

export function filesOf(log: readonly CustodyEntry[], caseId: CaseId = CASE_ID): LogFiles {
  const { seq: lastSeq, hash: headHash } = log.at(-1)!;
  return { log: log.map(logLine).join(""), head: headText({ caseId, lastSeq, headHash }) };
}

async function rehashed(entry: CustodyEntry, changes: object): Promise<CustodyEntry> {
  const { hash: _, ...body } = { ...entry, ...changes };
  return { ...body, hash: await entryHash(body as never) } as CustodyEntry;
}

/** As a careful forger: from the changed entry on, all is linked and hashed anew, but the head is what it was. */
async function relinked(log: readonly CustodyEntry[]): Promise<CustodyEntry[]> {
  const again: CustodyEntry[] = [];
  for (const { seq: _s, prev: _p, hash: _h, ...body } of log) again.push(await nextEntry(again.at(-1), CASE_ID, body));
  return again;
}

const OTHER = "3d0f6c1a-5b7e-4c55-9a0e-2f8b1f0c7d41" as CaseId;

/** Name → the broken files. */
export async function brokenLogs(): Promise<Map<string, LogFiles>> {
  const log = await goodLog();
  const good = filesOf(log);
  const broken = new Map<string, LogFiles>();
  const add = (name: string, entries: readonly unknown[], head = good.head) =>
    broken.set(name, { log: entries.map((entry) => `${canonicalJson(entry)}\n`).join(""), head });
  const addText = (name: string, text: string, head = good.head) => broken.set(name, { log: text, head });
  const EDITS: Record<string, unknown> = {
    actor: "friend",
    app: "9",
    detail: { note: 1 },
    digest: `sha256:${"1".repeat(64)}`,
    event: "delete",
    item: "another",
    prev: "0".repeat(64),
    hash: "f".repeat(64),
    seq: 9,
    tz: "UTC",
    utc: "2020-01-01T00:00:00.000Z",
  };
  for (const [at, entry] of log.entries()) {
    add(`entry ${at} was dropped`, log.toSpliced(at, 1));
    add(`entry ${at} was doubled`, log.toSpliced(at, 0, entry));
    add(`entry ${at} was dropped and the rest linked anew`, await relinked(log.toSpliced(at, 1)));
    add(`an entry was put in before ${at} and the rest linked anew`, await relinked(log.toSpliced(at, 0, entry)));
    add(`entry ${at} was edited and hashed anew`, log.with(at, await rehashed(entry, { app: "9" })));
    add(`entry ${at} was edited and the rest linked anew`, await relinked(log.with(at, { ...entry, app: "9" })));
    if (at > 0) {
      add(`entries ${at - 1} and ${at} were swapped`, log.with(at - 1, entry).with(at, log[at - 1]!));
      add(`the log was cut before entry ${at}`, log.slice(0, at));
    }
  }
  for (const [field, value] of Object.entries(EDITS)) {
    add(`${field} was edited`, log.with(2, { ...log[2]!, [field]: value } as never));
    const { [field as "tz"]: _, ...lacking } = log[2]!;
    add(`${field} was taken out`, log.with(2, lacking as never));
    add(`${field} was made a list`, log.with(2, { ...log[2]!, [field]: [] } as never));
  }
  for (const [name, changes] of Object.entries({
    "a field was added": { more: 1 },
    "an event is unknown": { event: "invent" },
    "a role is unknown": { actor: "police" },
    "a time is no time": { utc: "2026-13-01T00:00:00.000Z" },
    "a time lacks its milliseconds": { utc: "2026-11-21T02:00:00Z" },
    "a time is on a day that its month does not have": { utc: "2026-02-31T00:00:00.000Z" },
    "a time is before the first year": { utc: "0000-01-01T00:00:00.000Z" },
    "a zone has no name": { tz: "" },
    "a zone has a name without end": { tz: `Asia/${"Hong".repeat(15)}` },
    "a digest is of another kind": { digest: "md5:00" },
    "a detail is nested": { detail: { inner: { a: 1 } } },
    "an item is empty": { item: "" },
    "the program is not named": { app: "" },
    "a number is text": { seq: "4" },
  })) {
    const last = await rehashed(log[4]!, changes);
    add(name, log.with(4, last), headText({ caseId: CASE_ID, lastSeq: 4, headHash: last.hash }));
  }
  for (const [name, from, to] of [
    ["a space was put in", '"seq":1', '"seq": 1'],
    ["a number was written another way", '"seq":2', '"seq":2.0'],
    ["a fraction was written another way", "0.25", "0.250"],
    ["a small number was written another way", "1e-7", "0.0000001"],
    ["a large number was written another way", "1e+21", "1000000000000000000000"],
    ["a key was written twice", '"seq":2', '"seq":9,"seq":2'],
    ["a letter was escaped", '"Asia/', '"\\u0041sia/'],
    ["a slash was escaped", '"Asia/', '"Asia\\/'],
    ["a line was cut", /"seq":1.*\n/, "\n"],
    ["an empty line was put in", "\n", "\n\n"],
    ["a line is no JSON", "{", "("],
    ["a line is a list", /^.*\n/, "[]\n"],
  ] as const) {
    addText(name, good.log.replace(from, to));
  }
  addText("keys were put in another order", good.log.replace(/^\{("actor":"[a-z]+"),(.*)\}$/m, "{$2,$1}"));
  addText("lines end with CR LF", good.log.replaceAll("\n", "\r\n"));
  addText("the last line is not ended", good.log.slice(0, -1));
  addText("it begins with a byte order mark", `\uFEFF${good.log}`);
  addText("nothing is left", "");
  const end = { caseId: CASE_ID, lastSeq: 4, headHash: log[4]!.hash };
  addText("the head names another end", good.log, headText({ ...end, headHash: log[3]!.hash }));
  addText("the head names another number", good.log, headText({ ...end, lastSeq: 3 }));
  addText("the head is of another case", good.log, headText({ ...end, caseId: OTHER }));
  addText("the head is written another way", good.log, JSON.stringify(JSON.parse(good.head), null, 1));
  addText("the log is of another case", filesOf(await chained([act()], OTHER)).log);
  return broken;
}
