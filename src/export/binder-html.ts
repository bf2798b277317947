/**
 * `binder.html`: every exhibit on one page, as text. No script, nothing loaded from anywhere, no picture shown; a
 * picture opens only by following the link to its file.
 */
import type { CustodyFailure } from "@/src/custody/check";
import type { Account } from "@/src/model/account";
import { type ExhibitRecord, exhibitFolder, exhibitLabel, type FileRecord, type PageRecord } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import { isPage, shownFile } from "@/src/model/exhibit-kind";
import { isInside, isShownInside, type PicturesRule } from "@/src/model/hand-over";
import type { ListedPost } from "@/src/model/thread";
import type { Beside } from "./beside";
import { exhibitRows, type Row } from "./binder-rows";
import { correctedValue } from "./corrections";
import { claimHtml, escapeHtml } from "./html";
import { ownWords } from "./own-words";

const POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
body { font: 11pt/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.5rem; border: 1px solid #767676; }
th { width: 12rem; font-weight: 600; }
td { overflow-wrap: anywhere; white-space: pre-wrap; }
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
  records: () => AsyncIterable<ExhibitRecord>,
  { marked, redacted, corrections, pictures, account }: Beside,
  logFailure: CustodyFailure | null,
): AsyncGenerator<string> {
  yield head(logFailure);
  for await (const record of records()) yield listItem(record, correctedValue(corrections, record.id, "handle")?.value);
  yield "</ol>\n</main>\n";
  for await (const record of records()) {
    const rows = [...ownRows(record, account), ...exhibitRows(record, corrections.get(record.id) ?? [])];
    yield exhibitSection(record, rows, { marked: marked.get(record.id), redacted: redacted.get(record.id) }, pictures);
  }
  yield "</body>\n</html>\n";
}

function head(logFailure: CustodyFailure | null): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>Saved items</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Saved items</h1>
<p>What each page showed when it was saved, as text. Names, times and words are the page’s own claims. Pictures are not
shown here; each opens from its own file. How to check that nothing was changed since: README.txt.</p>
${logFailure === null ? "" : logWarning(logFailure)}<ol>
`;
}

/** A broken log is handed over as it is: what is in it may still help, and who reads it has to know. */
function logWarning({ index }: CustodyFailure): string {
  return `<p><strong>The log of what was done does not hold together from entry ${index} on (counted from 0): it is not as
it was written when this package was made.</strong> The files of each item are compared with its record all the same.</p>
`;
}

function listItem(record: ExhibitRecord, corrected: string | undefined): string {
  const { exhibit, captured } = record;
  const label = exhibitLabel(exhibit);
  const words = isPage(record) ? accountWords(record, corrected) : fileWords(record, corrected);
  return `<li value="${exhibit}"><a href="#${label}">${label}</a>, saved ${captured.startUtc}, ${words}</li>\n`;
}

function accountWords({ facts }: PageRecord, corrected: string | undefined): string {
  const account = facts.handle === null ? "account not found" : `@${claimHtml(facts.handle)}`;
  return corrected === undefined ? account : `${account}, corrected by the user to @${claimHtml(corrected)}`;
}

function fileWords(record: FileRecord, typed: string | undefined): string {
  const what = record.kind === "import" ? `imported: ${claimHtml(record.imported.name)}` : "a recording of the screen";
  return typed === undefined ? what : `${what}, account typed by the user: @${claimHtml(typed)}`;
}

/** The copies of one exhibit's picture that are in the bundle. */
interface Copies {
  marked: ExhibitFile | undefined;
  redacted: ExhibitFile | undefined;
}

function exhibitSection(record: ExhibitRecord, rows: readonly Row[], copies: Copies, pictures: PicturesRule): string {
  const label = exhibitLabel(record.exhibit);
  const { marked, redacted } = copies;
  return `<section id="${label}">
<h2>${label}</h2>
<p>${pictureLink(record, copies, pictures)}</p>
<table>
${rows.map(tableRow).join("")}</table>
${threadHtml(record)}<h3>Files</h3>
<table>
${record.files.map((file) => fileRow(record.exhibit, file, isInside(record, file, pictures))).join("")}${[
  redacted,
  marked,
]
  .map((file) => (file === undefined ? "" : fileRow(record.exhibit, file, true)))
  .join("")}</table>
</section>
`;
}

/** What the person wrote about it; only what there is. */
function ownRows({ exhibit }: ExhibitRecord, { about }: Account): Row[] {
  return ownWords(about.get(exhibit)).map(({ name, value }) => ({ name: `${name} (by the sender)`, value }));
}

/** The posts that were on the page, in its order. */
function threadHtml(record: ExhibitRecord): string {
  const thread = isPage(record) ? record.thread : undefined;
  if (thread === undefined || thread.posts.length === 0) return "";
  const { declared, shown } = thread;
  const count = declared === null ? String(shown) : `${shown}; the page says ${declared.shown} of ${declared.total}`;
  return `<h3>Posts and comments on the page (${count})</h3>\n<ol>\n${thread.posts.map(postHtml).join("")}</ol>\n`;
}

function postHtml({ handle, displayName, permalink, text, isMeant, ...times }: ListedPost): string {
  const who = handle ?? displayName;
  const when = times.postedAtText ?? times.postedAt ?? times.postedAtDate;
  const parts = [
    who === null ? "<em>account not found</em>" : `<strong>${claimHtml(who)}</strong>`,
    ...(when === null ? [] : [claimHtml(when)]),
    ...(isMeant ? ["<em>this item is about this one</em>"] : []),
    ...(permalink === null ? [] : [`<small>${claimHtml(permalink)}</small>`]),
  ];
  return `<li>${parts.join(" · ")}${text === null ? "" : `<br>${claimHtml(text)}`}</li>\n`;
}

const COVERED_COPY = "the copy of the picture on which the sender covered parts";

/** To the picture with the facts above it, where there is one. */
function pictureLink(record: ExhibitRecord, { marked, redacted }: Copies, pictures: PicturesRule): string {
  const { exhibit } = record;
  const isHere = redacted !== undefined || isShownInside(record, pictures);
  if (!isPage(record)) {
    if (!isHere) return "The file is left out of this package; left-out.csv has its digest.";
    if (redacted !== undefined) return `<a href="${fileAddress(exhibit, redacted.path)}">Open ${COVERED_COPY}</a>`;
    return `<a href="${fileAddress(exhibit, shownFile(record))}">Open the file</a>`;
  }
  if (!isHere) return "The picture is left out of this package; left-out.csv has its digest.";
  const what = redacted === undefined ? "the picture" : COVERED_COPY;
  const words = marked === undefined ? `Open ${what}` : `Open ${what} with its facts written above it`;
  return `<a href="${fileAddress(exhibit, (marked ?? redacted)?.path ?? record.picture.file)}">${words}</a>`;
}

function tableRow({ name, value, source, corrected }: Row): string {
  const text = value === null ? "<em>not found</em>" : claimHtml(value);
  const ours =
    corrected === undefined
      ? ""
      : `<br>corrected by the user to: ${claimHtml(corrected.value)} <small>(${corrected.utc})</small>`;
  const from = source === undefined || value === null ? "" : `<br><small>read from: ${claimHtml(source)}</small>`;
  return `<tr><th scope="row">${escapeHtml(name)}</th><td>${text}${from}${ours}</td></tr>\n`;
}

function fileAddress(exhibit: number, path: string): string {
  return `exhibits/${exhibitFolder(exhibit)}/${escapeHtml(path)}`;
}

function fileRow(exhibit: number, file: ExhibitFile, isHere: boolean): string {
  const path = escapeHtml(file.path);
  const name = isHere
    ? `<a href="${fileAddress(exhibit, file.path)}">${path}</a>`
    : `${path} (left out of this package)`;
  const made = file.op === undefined ? "" : `, ${escapeHtml(file.op)}`;
  const part = file.complete ? "" : ", not complete";
  return (
    `<tr><th scope="row">${name}</th>` +
    `<td>${file.role}${made}${part}, ${file.bytes} bytes\nSHA-256 <code>${file.sha256}</code></td></tr>\n`
  );
}
