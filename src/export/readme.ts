/**
 * `README.txt`: one page for a person who was handed a bundle and has never heard of Tidemark, in the language of the papers
 * and, where that is another one, once more in English. It holds nothing about the case and no date: it is the same in every
 * bundle made for such a receiver with such pictures in such a language, and where nothing is damaged.
 */
import type { PicturesInside, Receiver } from "@/src/model/hand-over";
import { bothLanguages, type PaperKey, type Papers, type PaperWords } from "./paper-words";
import { BETWEEN_LANGUAGES, heading, wrapped } from "./text-lines";

/** What stands in the folder; the message has one line about each. */
const FILES = [
  "data/binder.html",
  "data/index.csv",
  "data/timeline.csv",
  "data/declaration-draft.txt",
  "data/exhibits/001/ ...",
  "data/custody/",
  "manifest-sha256.txt",
  "tagmanifest-sha256.txt",
] as const;
/** Where what is said of a file begins. */
const ABOUT_COLUMN = 28;

/** Columns of the tables whose English names do not speak for themselves in another language. */
const COLUMNS: readonly [name: string, key: PaperKey][] = [
  ["exhibit", "binder_exhibits"],
  ["description", "paper_description"],
  ["why_it_matters", "binder_why"],
  ["effect", "binder_effect"],
  ["people", "binder_people"],
  ["place", "binder_place"],
  ["tags", "binder_tags"],
  ["linked", "binder_links"],
  ["captured_utc", "binder_saved"],
  ["address", "binder_address"],
  ["permalink", "binder_permalink"],
  ["platform", "binder_platform"],
  ["handle", "binder_account"],
  ["display_name", "binder_displayName"],
  ["posted_at", "binder_posted"],
  ["posted_at_date", "binder_postedDate"],
  ["posted_at_text", "binder_postedText"],
  ["reposted_by", "binder_repostedBy"],
  ["title", "binder_pageTitle"],
  ["picture", "binder_picture"],
  ["missing", "binder_missing"],
  ["when_utc", "paper_colWhen"],
  ["known", "paper_colKnown"],
  ["in_words", "paper_colInWords"],
  ["source", "paper_colSource"],
  ["did", "binder_did"],
  ["witnesses", "binder_witnesses"],
];

const FIRST_COMMANDS = `     Windows   certutil -hashfile tagmanifest-sha256.txt SHA256
     macOS     shasum -a 256 tagmanifest-sha256.txt
     Linux     sha256sum tagmanifest-sha256.txt`;

const SECOND_COMMANDS = `     Windows   (PowerShell)
               foreach ($list in "tagmanifest-sha256.txt", "manifest-sha256.txt") {
                 foreach ($line in Get-Content $list) {
                   $digest, $path = $line -split "  ", 2
                   if ((Get-FileHash -LiteralPath $path).Hash -ne $digest) { "CHANGED: $path" } } }
     macOS     shasum -a 256 -c tagmanifest-sha256.txt manifest-sha256.txt
     Linux     sha256sum -c --strict tagmanifest-sha256.txt manifest-sha256.txt`;

export interface ReadmeFacts {
  pictures: PicturesInside;
  receiver?: Receiver | undefined;
  /** Whether something is not here because it is damaged. */
  isDamaged?: boolean;
}

export function readmeTxt(papers: Papers, facts: ReadmeFacts): string {
  return bothLanguages(papers)
    .map((words) => readmeIn(words, facts, words.language !== papers.english.language))
    .join(BETWEEN_LANGUAGES);
}

/** @param withColumns Whether the tables' columns are told, too. */
function readmeIn(words: PaperWords, facts: ReadmeFacts, withColumns: boolean): string {
  const { say } = words;
  const parts = [
    heading(words, "paper_readmeTitle"),
    ...openingOf(words, facts),
    fileLines(words),
    heading(words, "paper_readmeCheckTitle"),
    wrapped(say("paper_readmeCheckPage")),
    wrapped(say("paper_readmeTerminal")),
    `${wrapped(say("paper_readmeStep1"), "   ", "1. ")}\n${FIRST_COMMANDS}`,
    `${wrapped(say("paper_readmeStep2"), "   ", "2. ")}\n${SECOND_COMMANDS}`,
    wrapped(say("paper_readmeBagIt")),
    heading(words, "paper_readmeShowsTitle"),
    wrapped(say("paper_readmeShows")),
    heading(words, "binder_limitsTitle"),
    wrapped(say("binder_limits")),
    ...(withColumns ? [columnLines(words)] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}

function openingOf({ say }: PaperWords, { pictures, receiver, isDamaged = false }: ReadmeFacts): string[] {
  const keys: PaperKey[] = ["paper_readmeIntro"];
  if (receiver !== undefined) keys.push(`paper_readmeFor_${receiver}`);
  if (pictures !== "full") keys.push(`paper_readmePictures_${pictures}`);
  if (isDamaged) keys.push("paper_readmeDamaged");
  return keys.map((key) => wrapped(say(key)));
}

function fileLines({ say }: PaperWords): string {
  const about = say("paper_readmeFiles").split("\n");
  const indent = " ".repeat(ABOUT_COLUMN);
  return FILES.map((name, at) =>
    wrapped(about[at] ?? "", indent, `  ${name}`.padEnd(ABOUT_COLUMN - 2).concat("  ")),
  ).join("\n");
}

function columnLines({ say }: PaperWords): string {
  const columns = COLUMNS.map(([name, key]) =>
    wrapped(say(key), " ".repeat(ABOUT_COLUMN), `  ${name}`.padEnd(ABOUT_COLUMN)),
  );
  return `${wrapped(say("paper_readmeTables"))}\n${columns.join("\n")}`;
}
