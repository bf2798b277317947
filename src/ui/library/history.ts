import { type PlainKey, t } from "@/src/i18n/t";
import type { CustodyEntry, CustodyEvent } from "@/src/model/custody";
import type { ExhibitRecord } from "@/src/model/exhibit";

const WORDS: Partial<Record<CustodyEvent, PlainKey>> = {
  capture: "historyCapture",
  reveal: "historyReveal",
  export: "historyExport",
};

/** Whether an entry of the case's log is about this item: about it alone, or a package that it went into. */
export function concerns({ id, exhibit }: Pick<ExhibitRecord, "id" | "exhibit">): (entry: CustodyEntry) => boolean {
  return ({ item, event, detail }) =>
    item === id || (item === null && event === "export" && namesExhibit(detail.exhibits, exhibit));
}

/** What was done, in words. An act that this version has no words for is shown by its name in the log. */
export function historyWords({ event }: CustodyEntry): string {
  const key = WORDS[event];
  return key === undefined ? event : t(key);
}

/** The numbers of the items in a package, as they are written into the log: `1,2,5`. Left out where they are too many. */
export function exhibitNumbers(exhibits: readonly number[]): { exhibits?: string } {
  const text = exhibits.join(",");
  return text.length > LONGEST_DETAIL ? {} : { exhibits: text };
}

const LONGEST_DETAIL = 2000;

function namesExhibit(numbers: string | number | boolean | null | undefined, exhibit: number): boolean {
  return typeof numbers !== "string" || numbers.split(",").includes(String(exhibit));
}
