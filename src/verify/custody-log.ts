/** The bundle's custody log: whether it holds together, is this case's, and ends where `bag-info.txt` says. */
import { areEntries, checkLog } from "@/src/custody/check";
import { parseLog } from "@/src/custody/lines";
import type { CustodyEntry, CustodyHead } from "@/src/model/custody";
import { type BagSource, readText } from "./bag-source";
import type { Finding } from "./finding";

const PATH = "data/custody/custody.jsonl";

export interface LogReading {
  findings: Finding[];
  /** `null` when the log does not hold together. */
  entries: CustodyEntry[] | null;
}

/** @param head Where the log must end; `null` when that is not known. */
export async function readCustodyLog({ files }: BagSource, head: CustodyHead | null): Promise<LogReading> {
  const file = files.find(({ path }) => path === PATH);
  if (file === undefined) return { findings: [{ code: "fileMissing", path: PATH }], entries: null };
  const text = await readText(file);
  const parsed = text === null ? unreadable : parseLog(text);
  if (!parsed.ok) return broken(parsed.failure);
  const checked = await checkLog(parsed.entries, head?.caseId, head ?? undefined);
  if (!checked.ok) return broken(checked.failure);
  return { findings: [], entries: parsed.entries as CustodyEntry[] };
}

/** Of a log that is known to be damaged, what is there of it; `null` where that is not whole, or ends elsewhere. */
export async function readDamagedLog({ files }: BagSource, head: CustodyHead): Promise<CustodyEntry[] | null> {
  const file = files.find(({ path }) => path === PATH);
  const parsed = parseLog((file && (await readText(file))) ?? "");
  if (!parsed.ok || !(await areEntries(parsed.entries))) return null;
  const entries = parsed.entries as CustodyEntry[];
  const last = entries.at(-1)!;
  return last.seq === head.lastSeq && last.hash === head.headHash ? entries : null;
}

const unreadable = { ok: false, failure: { code: "notAnEntry", index: 0 } } as const;

type Failure = Extract<Awaited<ReturnType<typeof checkLog>>, { ok: false }>["failure"];

function broken({ code, index }: Failure): LogReading {
  const finding: Finding =
    code === "headMismatch" ? { code: "custodyHeadMismatch" } : { code: "custodyBroken", failure: code, index };
  return { findings: [finding], entries: null };
}
