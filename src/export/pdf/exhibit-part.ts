/** One exhibit: what is known of it, its files, and its picture over as many sheets as it needs. */

import { actionsLabel, actionText } from "@/src/export/action-text";
import { captureText } from "@/src/export/moments";
import type { PaperKey, PaperWords } from "@/src/export/paper-words";
import { methodText } from "@/src/export/picture-text";
import type { ExhibitWords } from "@/src/model/account";
import { type CorrectableFact, type Correction, standing } from "@/src/model/correction";
import { type ExhibitRecord, exhibitFolder, exhibitLabel, type PageRecord } from "@/src/model/exhibit";
import { REDACTED_FILE } from "@/src/model/exhibit-files";
import { claimsOf, isPage, shownFileOf } from "@/src/model/exhibit-kind";
import { boxesOf, isInside, isShownInside, type PicturesRule } from "@/src/model/hand-over";
import { utcText } from "@/src/model/instant";
import type { PageFacts } from "@/src/model/page-facts";
import { aboutFileRows, type PictureIs } from "./file-part";
import type { Flow } from "./flow";
import { factRow, type Layout, newFlow, type Said } from "./parts";
import { planSlices } from "./picture-slices";
import type { Sheet } from "./sheet";
import { STYLES } from "./text-style";

/** Fact → how it is named, in the order shown. */
const FACTS: readonly [keyof PageFacts, PaperKey][] = [
  ["permalink", "binder_permalink"],
  ["platform", "binder_platform"],
  ["handle", "binder_account"],
  ["displayName", "binder_displayName"],
  ["profileUrl", "binder_profile"],
  ["postedAt", "binder_posted"],
  ["postedAtDate", "binder_postedDate"],
  ["postedAtText", "binder_postedText"],
  ["repostedBy", "binder_repostedBy"],
  ["title", "binder_pageTitle"],
  ["text", "binder_text"],
];

/** First characters of a digest, enough to tell files apart on paper. */
const DIGEST_START = 16;
/** For the words above and below each piece of a picture: two lines each at most, and the gaps to the picture. */
const CAPTIONS_PT = 2 * STYLES.small.leadingPt + 2 * STYLES.caption.leadingPt + 8;
/** Of the address below each piece, in characters; the exhibit has it whole. */
const ADDRESS_LENGTH = 150;

export async function exhibitSheets(
  layout: Layout,
  record: ExhibitRecord,
  { account, corrections, pictures }: Said,
  withPictures: boolean,
): Promise<Sheet[]> {
  const { words } = layout;
  const isRedacted = boxesOf(record, pictures) !== null;
  const isThere = isRedacted || isShownInside(record, pictures);
  const printed = withPictures && isThere && isPage(record) ? record : null;
  const label = exhibitLabel(record.exhibit);
  const picture = shownFileOf(record);
  const flow = newFlow(layout, { left: label, right: `SHA-256 ${picture.sha256.slice(0, DIGEST_START)}…` });
  flow.place(label, bookmarkOf(record), false);
  await flow.text(label, STYLES.title);
  flow.space(2);
  await ownRows(flow, words, account.about.get(record.exhibit));
  flow.space(8);
  const shown = printed !== null ? "printed" : isThere ? "in the package" : "left out";
  await recordRows(flow, words, record, corrections.get(record.id) ?? [], { shown, isRedacted });
  await fileRows(flow, words, record, pictures);
  if (printed !== null) await pictureSheets(flow, words, printed);
  return flow.sheets;
}

/** What the person says of it: only what there is. */
async function ownRows(flow: Flow, { say, link }: PaperWords, words: ExhibitWords | undefined): Promise<void> {
  if (words === undefined) return;
  const { description, significance, effect, people, place, tags, links } = words;
  if (description !== "") await flow.text(description, STYLES.strong);
  const rows: [PaperKey, string][] = [
    ["binder_why", significance],
    ["binder_effect", effect],
    ["binder_people", people.join("; ")],
    ["binder_place", place],
    ["binder_tags", tags.join("; ")],
    ["binder_links", links.map(({ rel, exhibit }) => `${link(rel)} ${exhibitLabel(exhibit)}`).join("\n")],
  ];
  for (const [key, value] of rows) if (value !== "") await flow.text(`${say(key)}: ${value}`, STYLES.text);
}

function bookmarkOf(record: ExhibitRecord): string {
  const handle = claimsOf(record).handle ?? null;
  return [exhibitLabel(record.exhibit), ...(handle === null ? [] : [`@${handle.slice(0, 60)}`])].join(" ");
}

async function recordRows(
  flow: Flow,
  words: PaperWords,
  record: ExhibitRecord,
  corrections: readonly Correction[],
  picture: PictureIs,
): Promise<void> {
  const { say } = words;
  const { env } = record;
  const row = (key: PaperKey, value: string) => factRow(flow, say(key), value);
  if (isPage(record)) await row("binder_address", record.url.browser);
  await row("binder_saved", `${captureText(record.captured)}\n${utcText(record.captured.endUtc)}`);
  if (isPage(record)) {
    await factRows(flow, words, record.facts, corrections);
    await row("binder_picture", pictureText(words, record, picture));
  } else await aboutFileRows(flow, words, record, corrections, picture);
  await row("binder_savedWith", `${env.browser}, ${env.os}, Tidemark ${env.extVersion}`);
  await row("binder_savedBy", words.role(record.by.role));
  if (isPage(record))
    await factRow(
      flow,
      actionsLabel(words, record.actions),
      record.actions.map((action) => actionText(words, action)).join("\n") || say("binder_nothing"),
    );
  await row("binder_missing", record.missing.map(words.missing).join("\n") || say("binder_nothing"));
  await row("binder_id", record.id);
}

/** What the page shows, each with its place and the user's correction; then, in one row, what it does not show. */
async function factRows(
  flow: Flow,
  { say }: PaperWords,
  facts: PageFacts,
  corrections: readonly Correction[],
): Promise<void> {
  const corrected = standing(corrections);
  const notFound: PaperKey[] = [];
  for (const [fact, key] of FACTS) {
    const { value = null, utc = "" } = corrected.get(fact as CorrectableFact) ?? {};
    if (facts[fact] === null && value === null) {
      notFound.push(key);
      continue;
    }
    const source = facts.sources[fact];
    const notes = [
      ...(source === undefined ? [] : [say("binder_readFrom", [source])]),
      ...(value === null ? [] : [say("binder_corrected", [value, utcText(utc)])]),
    ];
    await factRow(flow, say(key), String(facts[fact] ?? say("binder_notFound")), STYLES.text, notes.join("\n") || null);
  }
  if (notFound.length > 0) await factRow(flow, say("binder_notOnPage"), notFound.map((key) => say(key)).join("\n"));
}

function pictureText(words: PaperWords, { picture, pictures, exhibit }: PageRecord, is: PictureIs): string {
  const { say } = words;
  const size = say(picture.complete ? "binder_pictureWhole" : "binder_picturePart", [
    picture.widthPx,
    picture.heightPx,
  ]);
  const file = `exhibits/${exhibitFolder(exhibit)}/${is.isRedacted ? REDACTED_FILE : picture.file}`;
  const covered = pictures === "covered" ? `\n${say("binder_pictureCovered")}` : "";
  const where = {
    printed: file,
    "in the package": say("binder_pictureNotPrinted", [file]),
    "left out": say("binder_pictureLeftOut"),
  };
  const redacted = is.isRedacted ? `\n${say("binder_pictureRedacted")}` : "";
  return `${size} · ${methodText(words, picture)}\n${where[is.shown]}${covered}${redacted}`;
}

async function fileRows(flow: Flow, { say }: PaperWords, record: ExhibitRecord, pictures: PicturesRule): Promise<void> {
  flow.space(14);
  await flow.text(say("binder_files"), STYLES.subheading, { keepPt: 40 });
  for (const file of record.files) {
    const part = file.complete ? "" : `, ${say("binder_fileNotComplete")}`;
    const place = isInside(record, file, pictures) ? "" : `, ${say("binder_fileLeftOut")}`;
    const about = `${file.path}  ·  ${file.bytes} B${part}${place}`;
    await flow.text(about, STYLES.small, { isRuled: true, keepPt: 20 });
    await flow.text(file.sha256, STYLES.code);
  }
}

async function pictureSheets(flow: Flow, { say }: PaperWords, record: PageRecord): Promise<void> {
  flow.nextSheet();
  const roomPt = flow.roomPt - CAPTIONS_PT;
  const slices = planSlices(record.picture, flow.widthPt, roomPt, roomPt);
  for (const [n, slice] of slices.entries()) {
    if (n > 0) flow.nextSheet();
    const last = slice.fromRow + slice.rows;
    const place = [n + 1, slices.length, slice.fromRow + 1, last, record.picture.heightPx];
    await flow.text(`${exhibitLabel(record.exhibit)} · ${say("binder_pictureRows", place)}`, STYLES.small);
    flow.space(5);
    flow.picture(slice);
    flow.space(3);
    await flow.text(
      `${utcText(record.captured.endUtc)} · ${record.url.browser.slice(0, ADDRESS_LENGTH)}`,
      STYLES.caption,
    );
  }
}
