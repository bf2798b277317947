/** Made-up states of “Get help” and of notices. */
import type { LetterItem } from "@/src/report/letter";
import { GUIDES } from "@/src/ui/guides/guides";
import type { HelpState } from "@/src/ui/help/state";
import type { NoticeState } from "@/src/ui/notices/state";
import * as sample from "./samples";
import { items } from "./samples";

/** A Monday evening in Hong Kong. */
const now = Date.parse("2026-11-23T12:30:00Z");

const anywhere = { place: null, language: null, kind: null } as const;

export const helps: Record<string, HelpState> = {
  guides: { wanted: anywhere, now, guide: "list" },
  ...Object.fromEntries(GUIDES.map((guide) => [`guide-${guide.id}`, { wanted: anywhere, now, guide } as const])),
  help: { wanted: { place: "HK", language: null, kind: null }, now, guide: null },
  "help-under-18": { wanted: { place: null, language: null, kind: null }, now, guide: "under18" },
  "help-no-place": { wanted: { place: null, language: null, kind: null }, now, guide: null },
  "help-closed": { wanted: { place: "HK", language: "zh-Hant", kind: "talk" }, now: now + 6 * 86_400_000, guide: null },
  "help-not-confirmed": { wanted: { place: "FR", language: "en", kind: null }, now, guide: null },
};

const letterItem: LetterItem = {
  url: sample.URL_OF_POST,
  handle: "river.walks",
  postedAt: "2 Nov, 14:05",
  keptUtc: "2026-11-21T01:02:08.120Z",
};

const noticeOf = (place: string | null): NoticeState => ({
  step: "read",
  items,
  chosen: new Map([[items[0]!.id, letterItem]]),
  place,
});

export const notices: Record<string, NoticeState> = {
  notice: { step: "read", items, chosen: new Map(), place: null },
  "notice-hong-kong": noticeOf("HK"),
  "notice-united-states": noticeOf("US"),
  "notice-nothing-kept": { step: "read", items: [], chosen: new Map(), place: null },
  "notice-reading": { step: "reading" },
};
