/**
 * What came in as a package from someone else, as the custody log tells of it. Format: docs/formats/custody-log.md,
 * “What was received”.
 */
import type { CustodyAct, CustodyEntry } from "./custody";
import type { Sha256 } from "./digest";
import type { ExhibitId } from "./exhibit";

export interface ReceivedPackage {
  /** Its folder. */
  name: string;
  /** Of its list of lists. */
  digest: `sha256:${string}`;
  /** Where its own log ends. */
  lastSeq: number;
  headHash: Sha256;
}

const CASE = "package";
const ITEMS = "package-items";
const LINE = "package-log";

/** Entry by which a whole case came in; its log before that was written elsewhere. @param items How many came in. */
export const receivedCase = (from: ReceivedPackage, items: number) => received(CASE, from, items);

/** Entry by which more items came into a case that is here already. */
export const receivedItems = (from: ReceivedPackage, items: number) => received(ITEMS, from, items);

function received(about: string, { name, digest, lastSeq, headHash }: ReceivedPackage, items: number) {
  const detail = { about, name, items, lastSeq, headHash };
  return { event: "import", item: null, digest, detail } satisfies Partial<CustodyAct>;
}

/** Entry that holds one line of the package's log as it stands there, where that log goes on otherwise than the one here. */
export function receivedLine(line: string) {
  const detail = { about: LINE, line };
  return { event: "import", item: null, digest: null, detail } satisfies Partial<CustodyAct>;
}

/** The lines that came in so. */
export function receivedLines(log: readonly CustodyEntry[]): Set<string> {
  const lines = log.filter(({ event, detail }) => event === "import" && detail.about === LINE);
  return new Set(lines.map(({ detail }) => String(detail.line)));
}

/** Place in the log of the entry by which one item came in; as `receivedAt` where it came with the whole case. */
export function itemReceivedAt(log: readonly CustodyEntry[], item: ExhibitId): number {
  return Math.max(
    receivedAt(log),
    log.findLastIndex((entry) => entry.event === "import" && entry.item === item),
  );
}

/** Place in the log of the entry by which the case came in; -1 where it was begun here. */
export function receivedAt(log: readonly CustodyEntry[]): number {
  return log.findLastIndex(({ event, detail }) => event === "import" && detail.about === CASE);
}
