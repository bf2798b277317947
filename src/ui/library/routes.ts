/** The addresses within the library page: of each section, and what each address opens. */
import type { ExhibitId } from "@/src/model/exhibit";
import { HELP_HREF } from "@/src/ui/guides/guides";
import { CASES_HREF } from "./cases/state";
import { FIRST_HREF } from "./first/run-first";

export const HREF = {
  kept: "#/",
  reports: "#/reports",
  account: "#/account",
  help: HELP_HREF,
  handOver: "#/hand-over",
  receive: "#/receive",
  import: "#/import",
  check: "#/check",
  copies: "#/copies",
  stamp: "#/stamp",
  cases: CASES_HREF,
  start: FIRST_HREF,
  settings: "#/settings",
} as const;
export type Section = keyof typeof HREF;

/** The form to unlock, also where a notepad stands in front of it. */
export const UNLOCK_HREF = "#/unlock";

/** Settings, with the form for a passphrase open. */
export const PASSPHRASE_HREF = "#/settings/passphrase";

export const NOTICE_HREF = "#/reports/notice";

export function itemHref(id: ExhibitId): string {
  return `#/item/${id}`;
}

/** Where a report about a kept item is written down. */
export function reportHref(id: ExhibitId): string {
  return `${HREF.reports}/new/${id}`;
}

/** Where a notice is written about a kept item. */
export function noticeHref(id: ExhibitId): string {
  return `${NOTICE_HREF}/${id}`;
}

/** Who helps, or one of the guides. */
export function isHelp(hash: string): boolean {
  return hash === HELP_HREF || hash.startsWith(`${HELP_HREF}/`);
}

/** Sections of which the address says no more than which they are. */
type PlainSection = Exclude<Section, "reports" | "settings">;

export type Route =
  | { section: PlainSection }
  /** `about`: the kept item that a report is to be written about. */
  | { section: "reports"; about: ExhibitId | null }
  /** `about`: the kept item that is chosen from the start. */
  | { section: "notice"; about: ExhibitId | null }
  | { section: "settings"; asksPassphrase: boolean }
  | { section: "item"; id: ExhibitId };

/** Anything unknown leads to the list. */
export function routeOf(hash: string): Route {
  const item = /^#\/item\/([0-9a-f-]{36})$/.exec(hash)?.[1];
  if (item !== undefined) return { section: "item", id: item as ExhibitId };
  const notice = /^#\/reports\/notice(?:\/([0-9a-f-]{36}))?$/.exec(hash);
  if (notice !== null) return { section: "notice", about: (notice[1] ?? null) as ExhibitId | null };
  const reports = /^#\/reports(?:\/new\/([0-9a-f-]{36}))?$/.exec(hash);
  if (reports !== null) return { section: "reports", about: (reports[1] ?? null) as ExhibitId | null };
  const asksPassphrase = hash === PASSPHRASE_HREF;
  if (asksPassphrase || hash === HREF.settings) return { section: "settings", asksPassphrase };
  if (isHelp(hash)) return { section: "help" };
  return { section: PLAIN.find((section) => HREF[section] === hash) ?? "kept" };
}

const PLAIN = (Object.keys(HREF) as Section[]).filter(
  (section): section is PlainSection => section !== "reports" && section !== "settings",
);
