/**
 * The log as text, `custody.jsonl`: one entry a line in canonical JSON (RFC 8785), each line ended by LF. One log has
 * one text, so a line written in any other way was not written by us. Format: docs/formats/custody-log.md
 */
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyEntry } from "@/src/model/custody";
import type { CustodyFailure } from "./check";

export function logLine(entry: CustodyEntry): string {
  return `${canonicalJson(entry)}\n`;
}

export type ParsedLog = { ok: true; entries: unknown[] } | { ok: false; failure: CustodyFailure };

/** Reads lines; whether they are entries and hold together is for `checkLog` to say. */
export function parseLog(text: string): ParsedLog {
  if (text === "") return { ok: true, entries: [] };
  const lines = text.split("\n");
  if (lines.pop() !== "") return { ok: false, failure: { code: "notCanonical", index: lines.length } };
  const entries: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = parseJson(line);
    if (entry === undefined) return { ok: false, failure: { code: "notAnEntry", index } };
    if (!isCanonical(entry, line)) return { ok: false, failure: { code: "notCanonical", index } };
    entries.push(entry);
  }
  return { ok: true, entries };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // JSON has no undefined, so this says "not JSON"
  }
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false; // it has no canonical form, for instance half of a surrogate pair
  }
}
