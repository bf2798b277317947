/** What the heading of a marked copy says, as names and lines. What the page does not show is said to be not found. */
import { ON_SCREEN } from "@/src/i18n/on-screen";
import type { Speech } from "@/src/i18n/speech";
import type { PlainKey } from "@/src/i18n/t";
import { type Sha256, sha256 } from "@/src/model/digest";
import type { PageRecord } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { RedrawReason } from "@/src/model/picture";
import { unusualCharacters } from "@/src/model/unusual";
import { localTime, utcTime } from "./capture-time";

export interface StripFact {
  name: string;
  lines: StripLine[];
}

export interface StripLine {
  text: string;
  /**
   * `words`: ours. `claim`: the page's, kept apart from the words around them. `code`: addresses, moments and digests,
   * letter by letter and from left to right. `note`: what is to be known about the line above.
   */
  kind: "words" | "claim" | "code" | "note";
}

const REDRAWN = {
  pictureRefused: "missingPictureRefused",
  tabHidden: "missingTabHidden",
  pictureScaled: "missingPictureScaled",
} as const satisfies Record<RedrawReason, PlainKey>;

/** Longest address that is written whole, in characters; no line of a browser shows as much. */
const LONGEST_ADDRESS = 600;
const ADDRESS_START = 400;
const ADDRESS_END = 100;
/** Most code points named. */
const MOST_NAMED = 6;

/**
 * @param covered How many parts of the picture below are opaque in this copy.
 * @throws {TypeError} when the record does not name its own picture
 */
export async function stripFacts(record: PageRecord, covered = 0, speech: Speech = ON_SCREEN): Promise<StripFact[]> {
  const { t } = speech;
  const original = record.files.find(({ path }) => path === record.picture.file);
  if (original === undefined) throw new TypeError("a record names its picture");
  return [
    { name: t("factAddress"), lines: await addressLines(speech, record.url.browser) },
    { name: t("markedAccount"), lines: claimLines(speech, record.facts.handle) },
    ...nameFact(speech, record.facts),
    { name: t("markedPosted"), lines: postedLines(speech, record) },
    { name: t("factSaved"), lines: savedLines(speech, record) },
    { name: t("factPicture"), lines: pictureLines(speech, record, covered) },
    { name: t("markedOriginal"), lines: originalLines(speech, original, covered) },
    { name: t("markedDigest"), lines: digestLines(original.sha256) },
  ];
}

/** The whole address; a very long one without its middle, and then with the digest of the whole. */
async function addressLines({ t, number }: Speech, url: string): Promise<StripLine[]> {
  const characters = [...url];
  if (characters.length <= LONGEST_ADDRESS) return [{ text: url, kind: "code" }];
  const [start, end] = [characters.slice(0, ADDRESS_START), characters.slice(-ADDRESS_END)];
  return [
    { text: `${start.join("")} … ${end.join("")}`, kind: "code" },
    { text: t("markedAddressShortened", [number(characters.length)]), kind: "note" },
    ...digestLines(await sha256(url)),
  ];
}

/** Only where the page shows a name beside the account's; the account is what is looked for. */
function nameFact(speech: Speech, { handle, displayName }: PageRecord["facts"]): StripFact[] {
  if (displayName === null || displayName === handle) return [];
  return [{ name: speech.t("markedName"), lines: claimLines(speech, displayName) }];
}

function claimLines({ t }: Speech, text: string | null): StripLine[] {
  if (text === null) return [{ text: t("markedNotFound"), kind: "note" }];
  const unusual = unusualCharacters(text).slice(0, MOST_NAMED);
  const claim: StripLine = { text, kind: "claim" };
  return unusual.length === 0 ? [claim] : [claim, { text: t("unusualCharacters", [unusual.join(", ")]), kind: "note" }];
}

/** The page's words as a person reads them, then what its code says. */
function postedLines(speech: Speech, { facts: { postedAt, postedAtDate, postedAtText } }: PageRecord): StripLine[] {
  const machine = postedAt ?? postedAtDate;
  const code: StripLine[] = machine === null ? [] : [{ text: machine, kind: "code" }];
  if (postedAtText === null && machine !== null) return code;
  return [...claimLines(speech, postedAtText), ...code];
}

function savedLines({ t }: Speech, { captured }: PageRecord): StripLine[] {
  const lines: StripLine[] = [
    { text: localTime(captured), kind: "code" },
    { text: utcTime(captured), kind: "code" },
  ];
  return captured.clockWarn === undefined ? lines : [...lines, { text: t("markedClock"), kind: "note" }];
}

function pictureLines({ t, number }: Speech, { picture, pictures }: PageRecord, covered: number): StripLine[] {
  const size = [number(picture.widthPx), number(picture.heightPx)];
  const lines: StripLine[] = [
    { text: t(picture.method === "photograph" ? "pictureSize" : "pictureSizeRedrawn", size), kind: "words" },
  ];
  if (picture.reason !== undefined) lines.push({ text: t(REDRAWN[picture.reason]), kind: "note" });
  if (!picture.complete) lines.push({ text: t("markedNotWhole"), kind: "words" });
  if (covered > 0) lines.push({ text: t("markedRedacted", [number(covered)]), kind: "words" });
  if (pictures === "covered") lines.push({ text: t("picturesCoveredWhenSaved"), kind: "words" });
  return lines;
}

function originalLines({ t }: Speech, { path }: ExhibitFile, covered: number): StripLine[] {
  const file: StripLine = { text: path, kind: "code" };
  return covered > 0 ? [file] : [file, { text: t("markedNothingOver"), kind: "note" }];
}

/** In groups of eight, four on a line, for comparing by eye. */
function digestLines(digest: Sha256): StripLine[] {
  const groups = digest.match(/.{1,8}/g) ?? [];
  return [groups.slice(0, 4), groups.slice(4)].map((line) => ({ text: line.join(" "), kind: "code" }));
}
