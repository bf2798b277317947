/** What `binder.html` says of one exhibit, as names and values. Nothing is guessed: what is not known is `null`. */

import { type CorrectableFact, type Correction, standing } from "@/src/model/correction";
import type { ExhibitRecord, PageRecord } from "@/src/model/exhibit";
import { isPage } from "@/src/model/exhibit-kind";
import { utcText } from "@/src/model/instant";
import type { PageFacts } from "@/src/model/page-facts";
import { actionsLabel, actionText } from "./action-text";
import { fileRows } from "./file-rows";
import { captureText } from "./moments";
import type { PaperKey, PaperWords } from "./paper-words";
import { methodText } from "./picture-text";

export interface Row {
  name: string;
  /** `null` is shown as "not found". */
  value: string | null;
  /** Where on the page it was read. */
  source?: string;
  /** What the user says instead. */
  corrected?: { value: string; utc: string };
}

/** Fact → how the binder names it, in the order shown. */
const FACT_NAMES = {
  permalink: "binder_permalink",
  platform: "binder_platform",
  handle: "binder_account",
  displayName: "binder_displayName",
  profileUrl: "binder_profile",
  postedAt: "binder_posted",
  postedAtDate: "binder_postedDate",
  postedAtText: "binder_postedText",
  repostedBy: "binder_repostedBy",
  title: "binder_pageTitle",
  language: "paper_language",
  text: "binder_text",
  mediaCount: "factMedia",
} as const satisfies Partial<Record<keyof PageFacts, PaperKey>>;

export function exhibitRows(words: PaperWords, record: ExhibitRecord, corrections: readonly Correction[] = []): Row[] {
  const { say } = words;
  const { env } = record;
  const missing = record.missing.map(words.missing).join("\n");
  return [
    ...(isPage(record) ? [{ name: say("binder_address"), value: record.url.browser }] : []),
    { name: say("binder_saved"), value: savedWhen(words, record) },
    { name: say("binder_began"), value: utcText(record.captured.startUtc) },
    ...(isPage(record) ? pageRows(words, record, corrections) : fileRows(words, record, corrections)),
    { name: say("binder_savedWith"), value: `${env.browser}, ${env.os}, Tidemark ${env.extVersion}` },
    { name: say("binder_savedBy"), value: words.role(record.by.role) },
    ...(isPage(record) ? [actionsRow(words, record)] : []),
    { name: say("binder_missing"), value: missing || say("binder_nothing") },
    { name: say("binder_id"), value: record.id },
  ];
}

function pageRows(words: PaperWords, record: PageRecord, corrections: readonly Correction[]): Row[] {
  const { say } = words;
  return [
    ...factRows(words, record.facts, standing(corrections)),
    ...postRows(words, record.post),
    { name: say("binder_picture"), value: pictureText(words, record) },
    { name: say("paper_frames"), value: record.url.frames.join("\n") || say("binder_nothing") },
  ];
}

function actionsRow(words: PaperWords, { actions }: PageRecord): Row {
  const { say } = words;
  const done = actions.map((action) => actionText(words, action)).join("\n");
  return { name: actionsLabel(words, actions), value: done || say("binder_nothing") };
}

function factRows({ say }: PaperWords, facts: PageFacts, corrected: ReturnType<typeof standing>): Row[] {
  return (Object.keys(FACT_NAMES) as (keyof typeof FACT_NAMES)[]).map((fact) => {
    const value = facts[fact];
    const source = facts.sources[fact];
    const { value: own, utc } = corrected.get(fact as CorrectableFact) ?? {};
    return {
      name: say(FACT_NAMES[fact]),
      value: value === null ? null : String(value),
      ...(source !== undefined && { source }),
      ...(own != null && utc !== undefined && { corrected: { value: own, utc } }),
    };
  });
}

/** What else was read about the post; only what there is. */
function postRows({ say }: PaperWords, post: PageRecord["post"]): Row[] {
  if (post === undefined) return [];
  const { derived, author, quoted, doubts } = post;
  return [
    ...(author.stableId === null ? [] : [{ name: say("factStableId"), value: author.stableId }]),
    ...(quoted === null ? [] : [{ name: say("factQuoted"), value: quoted.handle ?? quoted.displayName }]),
    ...(derived === null ? [] : [{ name: say("paper_workedOut"), value: `${derived.from} – ${derived.to}` }]),
    ...doubts.map(({ fact, value, source }) => ({ name: say("paper_elsewhere", [fact]), value, source })),
  ];
}

function savedWhen({ say }: PaperWords, { captured }: ExhibitRecord): string {
  const clock = captured.clockWarn === undefined ? "" : `\n${say("markedClock")} (${captured.clockWarn})`;
  return `${captureText(captured)}\n${utcText(captured.endUtc)}${clock}`;
}

function pictureText(words: PaperWords, { picture, pictures }: PageRecord): string {
  const { say } = words;
  const key = picture.complete ? "binder_pictureWhole" : "binder_picturePart";
  const covered = pictures === "covered" ? `\n${say("binder_pictureCovered")}` : "";
  return `${say(key, [picture.widthPx, picture.heightPx])} · ${methodText(words, picture)}${covered}`;
}
