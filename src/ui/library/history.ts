import { formatNumber, formatUtc } from "@/src/i18n/format";
import { type PlainKey, t } from "@/src/i18n/t";
import { isCorrectionEntry } from "@/src/model/correction";
import type { CustodyEntry, CustodyEvent } from "@/src/model/custody";
import type { Sha256 } from "@/src/model/digest";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { isRemarksEntry } from "@/src/model/remarks";
import { nameOfRoot } from "@/src/timestamp/roots";

const WORDS: Partial<Record<CustodyEvent, PlainKey>> = {
  capture: "historyCapture",
  reveal: "historyReveal",
  mark: "historyMark",
  blur: "historyBlur",
  export: "historyExport",
  import: "historyImport",
};

/** The entries of the case's log that are about this item: about it alone, or a package that was made and holds it. */
export function historyOf({ id, exhibit }: Pick<ExhibitRecord, "id" | "exhibit">, log: CustodyEntry[]): CustodyEntry[] {
  return log.filter((entry) => entry.item === id || (namesExhibit(entry, exhibit) && wasMade(entry, log)));
}

/** An export is written down when it begins; that the package was made is told by the entry of its digest. */
function wasMade({ detail, seq }: CustodyEntry, log: readonly CustodyEntry[]): boolean {
  return log.some((entry) => entry.event === "digest" && entry.seq > seq && entry.detail.name === detail.name);
}

/** What was done, in words. An act that this version has no words for is shown by its name in the log. */
export function historyWords({ event, detail }: CustodyEntry): string {
  if (isCorrectionEntry({ event, detail }))
    return t(detail.takenBack === true ? "historyCorrectionTakenBack" : "historyCorrection");
  if (isRemarksEntry({ event, detail }))
    return typeof detail.covers === "number" ? t("historyCovers", [formatNumber(detail.covers)]) : t("historyRemarks");
  if (event === "stamp") return stampWords(detail);
  const key = WORDS[event];
  return key === undefined ? event : t(key);
}

function stampWords(detail: CustodyEntry["detail"]): string {
  if (typeof detail.time !== "string") return t("historyNoStamp");
  return t(unlistedRoot(detail) === null ? "historyStamp" : "stampUnlisted", [formatUtc(detail.time)]);
}

/** The root of a stamp that is in no list of ours, as the log names it: anybody may have made it. */
export function unlistedRoot({ time, root }: CustodyEntry["detail"]): string | null {
  if (typeof time !== "string") return null;
  return nameOfRoot(root as Sha256) === null ? String(root ?? t("notFound")) : null;
}

/** The numbers of the items in a package, as they are written into the log: `1,2,5`. Left out where they are too many. */
export function exhibitNumbers(exhibits: readonly number[]): { exhibits?: string } {
  const text = exhibits.join(",");
  return text.length > LONGEST_DETAIL ? {} : { exhibits: text };
}

const LONGEST_DETAIL = 2000;

function namesExhibit({ item, event, detail }: CustodyEntry, exhibit: number): boolean {
  if (item !== null || event !== "export" || (detail.outcome ?? "begun") !== "begun") return false;
  return typeof detail.exhibits !== "string" || detail.exhibits.split(",").includes(String(exhibit));
}
