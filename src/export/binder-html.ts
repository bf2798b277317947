/**
 * `binder.html`: every exhibit on one page, as text. No script, nothing loaded from anywhere, no picture shown; a
 * picture opens only by following the link to its file.
 */

import type { CustodyFailure } from "@/src/custody/check";
import type { Account } from "@/src/model/account";
import { type ExhibitRecord, exhibitFolder, exhibitLabel } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import { isPage, shownFile } from "@/src/model/exhibit-kind";
import { isInside, isShownInside, type PicturesRule } from "@/src/model/hand-over";
import { utcText } from "@/src/model/instant";
import type { ListedPost } from "@/src/model/thread";
import type { Beside } from "./beside";
import { exhibitRows, type Row } from "./binder-rows";
import { type Corrections, correctedValue } from "./corrections";
import { claimHtml, escapeHtml, sayHtml } from "./html";
import { ownWords } from "./own-words";
import type { PaperWords } from "./paper-words";

const POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
body { font: 11pt/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.5rem; border: 1px solid #767676; }
th { width: 12rem; font-weight: 600; }
td { overflow-wrap: anywhere; white-space: pre-wrap; }
/* Their scripts have no slanted form. */
:is(:lang(ar), :lang(ja), :lang(ko), :lang(zh)) em { font-style: normal; color: #595959; }
code { font-size: 0.85em; overflow-wrap: anywhere; }
@page { margin: 18mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  section { break-before: page; }
  tr { break-inside: avoid-page; }
  th { break-after: avoid; }
}
`;

/**
 * @param records Read twice: once for the list at the top, once for the exhibits.
 * @param logFailure The first entry of the log that does not fit; a reader is told before anything else.
 */
export async function* binderHtml(
  words: PaperWords,
  records: () => AsyncIterable<ExhibitRecord>,
  { marked, redacted, corrections, pictures, account }: Beside,
  logFailure: CustodyFailure | null,
): AsyncGenerator<string> {
  yield head(words, logFailure);
  for await (const record of records()) yield listItem(words, record, corrections);
  yield "</ol>\n</main>\n";
  for await (const record of records()) {
    const own = corrections.get(record.id) ?? [];
    const rows = [...ownRows(words, record, account), ...exhibitRows(words, record, own)];
    const copies = { marked: marked.get(record.id), redacted: redacted.get(record.id) };
    yield exhibitSection(words, record, rows, copies, pictures);
  }
  yield "</body>\n</html>\n";
}

function head(words: PaperWords, logFailure: CustodyFailure | null): string {
  const title = sayHtml(words, "paper_htmlTitle");
  return `<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${sayHtml(words, "paper_htmlIntro")}</p>
${logFailure === null ? "" : logWarning(words, logFailure)}<ol>
`;
}

/** A broken log is handed over as it is: what is in it may still help, and who reads it has to know. */
function logWarning(words: PaperWords, { index }: CustodyFailure): string {
  const broken = sayHtml(words, "binder_logBroken", [String(index + 1)]);
  return `<p><strong>${broken}</strong> ${sayHtml(words, "paper_htmlLogBroken")}</p>\n`;
}

function listItem(words: PaperWords, record: ExhibitRecord, corrections: Corrections): string {
  const { exhibit, captured } = record;
  const label = exhibitLabel(exhibit);
  const parts = [
    `<a href="#${label}">${label}</a>`,
    `${sayHtml(words, "binder_saved")}: <bdi>${utcText(captured.endUtc)}</bdi>`,
    ...whatLines(words, record, corrections),
  ];
  return `<li value="${exhibit}">${parts.join(" · ")}</li>\n`;
}

/** Whose post it is, or what came in; and what the user says of the account. */
function whatLines(words: PaperWords, record: ExhibitRecord, corrections: Corrections): string[] {
  const { value = null, utc = "" } = correctedValue(corrections, record.id, "handle") ?? {};
  const typed = value === null ? [] : [claimHtml(words, `@${value}`), `<bdi>${utcText(utc)}</bdi>`];
  if (isPage(record)) {
    const { handle } = record.facts;
    const shown = handle === null ? sayHtml(words, "binder_notFound") : claimHtml(words, `@${handle}`);
    const account = `${sayHtml(words, "binder_account")}: ${shown}`;
    return value === null ? [account] : [account, sayHtml(words, "binder_corrected", typed)];
  }
  const name = record.kind === "import" ? `: ${claimHtml(words, record.imported.name)}` : "";
  const what = `${sayHtml(words, record.kind === "import" ? "binder_imported" : "binder_recorded")}${name}`;
  const account = `${sayHtml(words, "binder_account")}: ${sayHtml(words, "binder_typed", typed)}`;
  return value === null ? [what] : [what, account];
}

/** The copies of one exhibit's picture that are in the bundle. */
interface Copies {
  marked: ExhibitFile | undefined;
  redacted: ExhibitFile | undefined;
}

function exhibitSection(
  words: PaperWords,
  record: ExhibitRecord,
  rows: readonly Row[],
  copies: Copies,
  pictures: PicturesRule,
): string {
  const label = exhibitLabel(record.exhibit);
  const made = [copies.redacted, copies.marked].filter((file) => file !== undefined);
  const files = [
    ...record.files.map((file) => fileRow(words, record.exhibit, file, isInside(record, file, pictures))),
    ...made.map((file) => fileRow(words, record.exhibit, file, true)),
  ];
  return `<section id="${label}">
<h2>${label}</h2>
<p>${pictureLink(words, record, copies, pictures)}</p>
<table>
${rows.map((row) => tableRow(words, row)).join("")}</table>
${threadHtml(words, record)}<h3>${sayHtml(words, "binder_files")}</h3>
<table>
${files.join("")}</table>
</section>
`;
}

/** What the person wrote about it; only what there is. */
function ownRows(words: PaperWords, { exhibit }: ExhibitRecord, { about }: Account): Row[] {
  const rows = ownWords(words, about.get(exhibit));
  return rows.map(({ name, value }) => ({ name: words.say("paper_bySender", [name]), value }));
}

/** The posts that were on the page, in its order. */
function threadHtml(words: PaperWords, record: ExhibitRecord): string {
  const thread = isPage(record) ? record.thread : undefined;
  if (thread === undefined || thread.posts.length === 0) return "";
  const { declared, shown } = thread;
  const title =
    declared === null
      ? sayHtml(words, "paper_posts", [String(shown)])
      : sayHtml(words, "paper_postsDeclared", [shown, declared.shown, declared.total].map(String));
  return `<h3>${title}</h3>\n<ol>\n${thread.posts.map((post) => postHtml(words, post)).join("")}</ol>\n`;
}

function postHtml(words: PaperWords, { handle, displayName, permalink, text, isMeant, ...times }: ListedPost): string {
  const who = handle ?? displayName;
  const when = times.postedAtText ?? times.postedAt ?? times.postedAtDate;
  const noAccount = `<em>${sayHtml(words, "binder_account")}: ${sayHtml(words, "binder_notFound")}</em>`;
  const parts = [
    who === null ? noAccount : `<strong>${claimHtml(words, who)}</strong>`,
    ...(when === null ? [] : [claimHtml(words, when)]),
    ...(isMeant ? [`<em>${sayHtml(words, "paper_postMeant")}</em>`] : []),
    ...(permalink === null ? [] : [`<small>${claimHtml(words, permalink)}</small>`]),
  ];
  return `<li>${parts.join(" · ")}${text === null ? "" : `<br>${claimHtml(words, text)}`}</li>\n`;
}

/** To the picture with the facts above it, where there is one. */
function pictureLink(
  words: PaperWords,
  record: ExhibitRecord,
  { marked, redacted }: Copies,
  pictures: PicturesRule,
): string {
  const { exhibit } = record;
  const isHere = redacted !== undefined || isShownInside(record, pictures);
  if (!isPage(record)) {
    if (!isHere) return sayHtml(words, "binder_fileOutOfPackage");
    const file = redacted?.path ?? shownFile(record);
    return `<a href="${fileAddress(exhibit, file)}">${sayHtml(words, "paper_openFile")}</a>${coveredNote(words, redacted)}`;
  }
  if (!isHere) return sayHtml(words, "binder_pictureLeftOut");
  const open = sayHtml(words, marked === undefined ? "paper_openPicture" : "paper_openMarked");
  const file = (marked ?? redacted)?.path ?? record.picture.file;
  return `<a href="${fileAddress(exhibit, file)}">${open}</a>${coveredNote(words, redacted)}`;
}

function coveredNote(words: PaperWords, redacted: ExhibitFile | undefined): string {
  return redacted === undefined ? "" : ` · ${sayHtml(words, "binder_pictureRedacted")}`;
}

function tableRow(words: PaperWords, { name, value, source, corrected }: Row): string {
  const text = value === null ? `<em>${sayHtml(words, "binder_notFound")}</em>` : claimHtml(words, value);
  const notes = [
    ...(source === undefined || value === null ? [] : [sayHtml(words, "binder_readFrom", [claimHtml(words, source)])]),
    ...(corrected === undefined ? [] : [correctedHtml(words, corrected)]),
  ];
  const below = notes.map((note) => `<br><small>${note}</small>`).join("");
  return `<tr><th scope="row">${escapeHtml(name)}</th><td>${text}${below}</td></tr>\n`;
}

function correctedHtml(words: PaperWords, { value, utc }: NonNullable<Row["corrected"]>): string {
  return sayHtml(words, "binder_corrected", [claimHtml(words, value), `<bdi>${utcText(utc)}</bdi>`]);
}

function fileAddress(exhibit: number, path: string): string {
  return `exhibits/${exhibitFolder(exhibit)}/${escapeHtml(path)}`;
}

function fileRow(words: PaperWords, exhibit: number, file: ExhibitFile, isHere: boolean): string {
  const path = `<bdi>${escapeHtml(file.path)}</bdi>`;
  const name = isHere ? `<a href="${fileAddress(exhibit, file.path)}">${path}</a>` : path;
  const notes = [
    ...(isHere ? [] : [sayHtml(words, "binder_fileLeftOut")]),
    ...(file.complete ? [] : [sayHtml(words, "binder_fileNotComplete")]),
  ];
  const made = file.op === undefined ? "" : `, ${escapeHtml(file.op)}`;
  const about = [`<bdi>${file.role}${made}, ${file.bytes} B</bdi>`, ...notes].join(" · ");
  return `<tr><th scope="row">${name}</th><td>${about}\n<bdi>SHA-256 <code>${file.sha256}</code></bdi></td></tr>\n`;
}
