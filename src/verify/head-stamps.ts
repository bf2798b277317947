/** The stamps in the log that were taken while saving: whether each fits the entry it is for, and whose root it leads to. */
import { type HeadStamp, headFault, headStampsIn, isAsSaid, saltedHead } from "@/src/custody/head-stamp";
import type { CustodyEntry } from "@/src/model/custody";
import type { Sha256 } from "@/src/model/digest";
import type { LoggedStampFault, Stamp, UnlistedRoot } from "@/src/model/stamp";
import { checkStamp } from "@/src/timestamp/check-stamp";
import type { Finding } from "./finding";

export interface HeadStampReading {
  findings: Finding[];
  /** How many fit. */
  fitting: number;
  /** The roots of those that fit and are in no list of ours. */
  unlistedRoots: UnlistedRoot[];
}

/** @param log `null` where it does not hold together; then none is looked at. */
export async function readHeadStamps(log: readonly CustodyEntry[] | null): Promise<HeadStampReading> {
  const { stamps, unreadable } = headStampsIn(log ?? []);
  const findings = unreadable.map((entry): Finding => ({ code: "stampWrong", fault: "incomplete", entry }));
  const fitting: Stamp[] = [];
  for (const stamp of stamps) {
    const checked = await checkHeadStamp(log ?? [], stamp);
    if (typeof checked === "string") findings.push({ code: "stampWrong", fault: checked, entry: stamp.entry });
    else fitting.push(checked);
  }
  return { findings, fitting: fitting.length, unlistedRoots: unlistedRootsOf(fitting) };
}

async function checkHeadStamp(log: readonly CustodyEntry[], stamp: HeadStamp): Promise<Stamp | LoggedStampFault> {
  const fault = headFault(log, stamp);
  if (fault !== null) return fault;
  const check = await checkStamp(saltedHead(stamp), stamp.files);
  if (!check.ok) return check.fault;
  return isAsSaid(stamp, check.stamp) ? check.stamp : "otherThanSaid";
}

function unlistedRootsOf(stamps: readonly Stamp[]): UnlistedRoot[] {
  const counts = new Map<Sha256, number>();
  for (const { listedAs, rootSha256 } of stamps)
    if (listedAs === null) counts.set(rootSha256, (counts.get(rootSha256) ?? 0) + 1);
  return [...counts].map(([sha256, stamps]) => ({ sha256, stamps }));
}
