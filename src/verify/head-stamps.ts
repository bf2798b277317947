/** The stamps in the log that were taken while saving: whether each fits the entry it is for. */
import { headFault, headStampsIn, saltedHead } from "@/src/custody/head-stamp";
import type { CustodyEntry } from "@/src/model/custody";
import { checkStamp } from "@/src/timestamp/check-stamp";
import type { Finding } from "./finding";

export interface HeadStampReading {
  findings: Finding[];
  /** How many fit. */
  fitting: number;
}

/** @param log `null` where it does not hold together; then none is looked at. */
export async function readHeadStamps(log: readonly CustodyEntry[] | null): Promise<HeadStampReading> {
  const { stamps, unreadable } = headStampsIn(log ?? []);
  const findings = unreadable.map((entry): Finding => ({ code: "stampWrong", fault: "incomplete", entry }));
  let fitting = 0;
  for (const stamp of stamps) {
    const check = await checkStamp(saltedHead(stamp), stamp.files);
    const fault = headFault(log ?? [], stamp) ?? (check.ok ? null : check.fault);
    if (fault === null) fitting += 1;
    else findings.push({ code: "stampWrong", fault, entry: stamp.entry });
  }
  return { findings, fitting };
}
