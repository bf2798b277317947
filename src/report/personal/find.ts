/**
 * Finds personal data in what someone is about to send: names, numbers of papers, phones, home addresses, bank accounts,
 * days of birth, personal e-mail addresses, and pictures that go with it. It goes by shape, check digits and the words
 * around; it misses some, so the interface says that it helps and does not promise. How well it does is held by
 * tests/unit/report/personal-data.test.ts on lines that were labelled by hand.
 */
import { addresses } from "./addresses";
import { bank } from "./bank";
import { birthDates } from "./birth-dates";
import { emails } from "./emails";
import { blanked, type Detector, type PersonalFinding, type PersonalKind, type Span, spansOf } from "./finding";
import { ids } from "./ids";
import { names } from "./names";
import { phones } from "./phones";
import { photos } from "./photos";

/** The surest first: what one part has claimed the next does not see. */
const DETECTORS: readonly (readonly [PersonalKind, Detector])[] = [
  ["photo", photos],
  ["email", emails],
  ["birthDate", birthDates],
  ["id", ids],
  ["bank", bank],
  ["address", addresses],
  ["phone", phones],
  ["name", names],
];

/** Full of digits and words, and what a report is about. */
const WEB_ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”]+/giu;
/** Accounts, with their sign; not the second half of an e-mail address. */
const HANDLE = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]+/gu;

const MAX_LENGTH = 100_000;
/** Some patterns take time by the square of the length, so the text is looked at piece by piece. */
const PIECE = 1_000;

/** @param ownName The user's name where it is known: it is found wherever it stands. */
export function findPersonalData(text: string, ownName: string | null = null): PersonalFinding[] {
  return pieces(text.slice(0, MAX_LENGTH)).flatMap(({ start, piece }) =>
    findIn(piece, ownName).map((found) => ({ ...found, start: found.start + start, end: found.end + start })),
  );
}

function findIn(text: string, ownName: string | null): PersonalFinding[] {
  let rest = blanked(text, spansOf(text, [WEB_ADDRESS, HANDLE]));
  const found: PersonalFinding[] = [];
  const claim = (kind: PersonalKind, spans: readonly Span[]) => {
    const free = joined(spans).flatMap((span) => freeParts(span, found, rest));
    rest = blanked(rest, free);
    found.push(...free.map((span) => ({ kind, ...span })));
    found.sort((one, other) => one.start - other.start);
  };
  for (const [kind, detect] of DETECTORS) claim(kind, detect(rest));
  if (ownName !== null) claim("name", occurrences(rest, ownName));
  return found;
}

/** A span can reach over what a surer part has claimed, of which only blanks are left: the parts of it around that. */
function freeParts({ start, end }: Span, taken: readonly Span[], rest: string): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const claimed of taken) {
    if (claimed.end <= from || claimed.start >= end) continue;
    parts.push({ start: from, end: claimed.start });
    from = Math.max(from, claimed.end);
  }
  parts.push({ start: from, end });
  return parts.filter((part) => rest.slice(part.start, part.end).trim() !== "");
}

/** Cut where a paragraph ends, or else a line, or else where it has to be. */
function pieces(text: string): { start: number; piece: string }[] {
  const all = [];
  for (let start = 0; start < text.length; ) {
    const most = text.slice(start, start + PIECE);
    const isLast = start + most.length === text.length;
    const end = isLast ? most.length : ["\n\n", "\n", " "].map((gap) => most.lastIndexOf(gap)).find((at) => at > 0);
    const piece = most.slice(0, end ?? most.length);
    all.push({ start, piece });
    start += piece.length;
  }
  return all;
}

function occurrences(text: string, name: string): Span[] {
  const wanted = name.trim();
  if (wanted.length < 2) return [];
  return spansOf(text, [new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu")]);
}

/** Spans that overlap become one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start >= last.end) all.push({ ...span });
    else last.end = Math.max(last.end, span.end);
  }
  return all;
}
