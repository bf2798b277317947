/** What `binder.html` says of one exhibit, as names and values. Nothing is guessed: what is not known is `null`. */
import { type CorrectableFact, type Correction, standing } from "@/src/model/correction";
import type { ExhibitRecord, PageRecord } from "@/src/model/exhibit";
import { isPage } from "@/src/model/exhibit-kind";
import type { PageFacts } from "@/src/model/page-facts";
import { actionText } from "./action-text";
import { fileRows } from "./file-rows";
import { missingText, WHY } from "./missing-text";

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
  permalink: "Address of the post (the page’s claim)",
  platform: "Platform",
  handle: "Account name shown",
  displayName: "Name shown",
  profileUrl: "Profile address shown",
  postedAt: "Posted, date and time",
  postedAtDate: "Posted, date",
  postedAtText: "Posted, as shown",
  repostedBy: "Passed on by",
  title: "Title",
  language: "Language",
  text: "Text",
  mediaCount: "Pictures and videos counted",
} as const satisfies Partial<Record<keyof PageFacts, string>>;

export function exhibitRows(record: ExhibitRecord, corrections: readonly Correction[] = []): Row[] {
  return [
    ...(isPage(record) ? [{ name: "Address in the browser", value: record.url.browser }] : []),
    { name: "Saved", value: savedWhen(record) },
    ...(isPage(record) ? pageRows(record, corrections) : fileRows(record, corrections)),
    { name: "Saved with", value: `${record.env.browser}, ${record.env.os}, Tidemark ${record.env.extVersion}` },
    { name: "Saved by", value: record.by.role },
    ...(isPage(record) ? [actionsRow(record)] : []),
    { name: "Missing", value: record.missing.map(missingText).join("\n") || "nothing" },
    { name: "Id", value: record.id },
  ];
}

function pageRows(record: PageRecord, corrections: readonly Correction[]): Row[] {
  return [
    ...factRows(record.facts, standing(corrections)),
    ...postRows(record.post),
    { name: "Picture", value: pictureText(record) },
    {
      name: "Pages inside the page (seen in the picture, not in the HTML file)",
      value: record.url.frames.join("\n") || "none",
    },
  ];
}

function actionsRow({ actions }: PageRecord): Row {
  return { name: "Done to the page, and undone", value: actions.map(actionText).join("\n") || "nothing" };
}

function factRows(facts: PageFacts, corrected: ReturnType<typeof standing>): Row[] {
  return (Object.keys(FACT_NAMES) as (keyof typeof FACT_NAMES)[]).map((fact) => {
    const value = facts[fact];
    const source = facts.sources[fact];
    const { value: own, utc } = corrected.get(fact as CorrectableFact) ?? {};
    return {
      name: FACT_NAMES[fact],
      value: value === null ? null : String(value),
      ...(source !== undefined && { source }),
      ...(own != null && utc !== undefined && { corrected: { value: own, utc } }),
    };
  });
}

/** What else was read about the post; only what there is. */
function postRows(post: PageRecord["post"]): Row[] {
  if (post === undefined) return [];
  const { derived, author, quoted, doubts } = post;
  return [
    ...(author.stableId === null ? [] : [{ name: "Account number", value: author.stableId }]),
    ...(quoted === null ? [] : [{ name: "Quotes", value: quoted.handle ?? quoted.displayName }]),
    ...(derived === null
      ? []
      : [
          {
            name: "Posted, worked out from the words (not said by the page)",
            value: `${derived.from} to ${derived.to}`,
          },
        ]),
    ...doubts.map(({ fact, value, source }) => ({ name: `Elsewhere the page says (${fact})`, value, source })),
  ];
}

function savedWhen({ captured }: ExhibitRecord): string {
  const sign = captured.offsetMin < 0 ? "-" : "+";
  const minutes = Math.abs(captured.offsetMin);
  const offset = `${sign}${twoDigits(Math.trunc(minutes / 60))}:${twoDigits(minutes % 60)}`;
  const clock = captured.clockWarn === undefined ? "" : `\nClock: ${captured.clockWarn}`;
  return `${captured.startUtc} to ${captured.endUtc} (device zone ${captured.tz}, UTC${offset})${clock}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function pictureText({ picture, pictures }: PageRecord): string {
  const length = picture.complete ? "whole page" : "part of the page";
  const covered =
    pictures === "covered"
      ? "\nPictures on the page were covered before it was photographed; none of them was kept."
      : "";
  const reason = picture.reason ? ` (${WHY[picture.reason]}; not a photograph)` : "";
  return `${picture.method}${reason}, ${picture.widthPx} × ${picture.heightPx} pixels, ${length}${covered}`;
}
