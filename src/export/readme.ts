/**
 * `README.txt`: one page for a person who was handed a bundle and has never heard of Tidemark, and a second one of details, in
 * the language of the papers and, where that is another one, once more in English. It holds nothing about the case and no date:
 * it is the same in every bundle made for such a receiver with such pictures in such a language, and where nothing is damaged.
 * It is written before anyone can know whether a time stamp will be added.
 */
import type { PicturesInside, Receiver } from "@/src/model/hand-over";
import { bothLanguages, type PaperKey, type Papers, type PaperWords } from "./paper-words";
import { BETWEEN_LANGUAGES, heading, wrapped } from "./text-lines";

/** What stands in the folder; the message has one line about each. */
const FILES = [
  "data/binder.html",
  "data/index.csv",
  "data/timeline.csv",
  "data/reports.csv",
  "data/posts.csv",
  "data/declaration-draft.txt",
  "data/exhibits/001/ ...",
  "data/custody/",
  "manifest-sha256.txt",
  "tagmanifest-sha256.txt",
] as const;
/** Where what is said of a file begins. */
const ABOUT_COLUMN = 28;

type Columns = readonly [name: string, key: PaperKey][];

/** Columns of the tables whose names do not speak for themselves. */
const COLUMNS: Columns = [
  ["capture_began_utc", "binder_began"],
  ["captured_utc", "paper_colCaptured"],
  ["when_utc", "paper_colWhen"],
  ["known", "paper_colKnown"],
  ["in_words", "paper_colInWords"],
  ["source", "paper_colSource"],
];

/** Those whose English names do not do so in another language. */
const COLUMNS_IN_ENGLISH: Columns = [
  ["exhibit", "binder_exhibits"],
  ["description", "paper_description"],
  ["why_it_matters", "binder_why"],
  ["effect", "binder_effect"],
  ["people", "binder_people"],
  ["place", "binder_place"],
  ["tags", "binder_tags"],
  ["linked", "binder_links"],
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
     Linux     LC_ALL=C sha256sum -c --strict tagmanifest-sha256.txt manifest-sha256.txt`;

/** What each checks → the commands, each on as many lines as a page is wide. */
const OPTIONAL_COMMANDS: readonly [PaperKey, string][] = [
  [
    "paper_readmeLogSigned",
    `     openssl dgst -sha256 -verify data/custody/device-key.pem \\
       -signature data/custody/head.sig data/custody/head.json`,
  ],
  [
    "paper_readmeListSigned",
    `     openssl dgst -sha256 -verify data/custody/device-key.pem \\
       -signature signature/tagmanifest-sha256.sig tagmanifest-sha256.txt`,
  ],
  [
    "paper_readmeStamped",
    `     openssl ts -verify -data tagmanifest-sha256.txt -in stamp/reply.tsr \\
       -CAfile stamp/root.pem -untrusted stamp/chain.pem
     openssl ts -verify -queryfile stamp/request.tsq -in stamp/reply.tsr \\
       -CAfile stamp/root.pem -untrusted stamp/chain.pem
     openssl ts -reply -in stamp/reply.tsr -text`,
  ],
];

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

/** @param isTranslated Whether names in English have to be told, too. */
function readmeIn(words: PaperWords, facts: ReadmeFacts, isTranslated: boolean): string {
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
    heading(words, "paper_readmeTablesTitle"),
    wrapped(say("paper_readmeQuote")),
    columnLines(words, isTranslated ? [...COLUMNS, ...COLUMNS_IN_ENGLISH] : COLUMNS),
    heading(words, "paper_readmeOptionalTitle"),
    wrapped(say("paper_readmeOptional")),
    ...optionalParts(words),
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

/** Signatures and a time stamp, of which nobody knows yet whether they will be there. */
function optionalParts({ say }: PaperWords): string[] {
  const checks = OPTIONAL_COMMANDS.map(([key, commands]) => `${wrapped(say(key))}\n${commands}`);
  return [...checks, wrapped(say("paper_readmeWhose"))];
}

function columnLines({ say }: PaperWords, told: Columns): string {
  const columns = told.map(([name, key]) =>
    wrapped(say(key), " ".repeat(ABOUT_COLUMN), `  ${name}`.padEnd(ABOUT_COLUMN)),
  );
  return `${wrapped(say("paper_readmeTables"))}\n${columns.join("\n")}`;
}
