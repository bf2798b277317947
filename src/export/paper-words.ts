/**
 * The program's own words in what a receiver reads: the binder on paper and the files of a package. Which language they are in
 * is the caller's choice.
 */
import type { Role } from "@/src/model/custody";
import type { FileClaimName, FileForm, Recording } from "@/src/model/from-elsewhere";
import type { LinkRel } from "@/src/model/links";
import type { MissingPart } from "@/src/model/missing";
import type { PageAction } from "@/src/model/page-acts";
import type { RedrawReason } from "@/src/model/picture";

/** Names of messages; the numbers of values each takes are in the English one. */
export const PAPER_KEYS = [
  "binder_title",
  "binder_what",
  "binder_for_police",
  "binder_for_lawyer",
  "binder_for_platform",
  "binder_for_helpline",
  "binder_for_friend",
  "binder_for_myself",
  "binder_package",
  "binder_made",
  "binder_madeWith",
  "binder_exhibits",
  "binder_exhibitsRange",
  "binder_digest",
  "binder_log",
  "binder_logEntry",
  "binder_checkTitle",
  "binder_check",
  "binder_claims",
  "binder_index",
  "binder_why",
  "binder_address",
  "binder_account",
  "binder_posted",
  "binder_saved",
  "binder_began",
  "binder_page",
  "binder_pageOf",
  "binder_notFound",
  "binder_notOnPage",
  "binder_timeline",
  "binder_timelineNote",
  "binder_timelinePosted",
  "binder_timelineSaved",
  "binder_about",
  "binder_timeUnknown",
  "binder_witnesses",
  "binder_effect",
  "binder_people",
  "binder_place",
  "binder_tags",
  "binder_links",
  "binder_did",
  "binder_timelineReported",
  "binder_timelineAnswered",
  "binder_permalink",
  "binder_platform",
  "binder_displayName",
  "binder_imported",
  "binder_importedNote",
  "binder_fileChanged",
  "binder_fileSays",
  "binder_file",
  "binder_fileInPackage",
  "binder_fileOutOfPackage",
  "binder_recorded",
  "binder_recordedOf",
  "binder_originalPlace",
  "binder_typed",
  "binder_profile",
  "binder_postedDate",
  "binder_postedText",
  "binder_repostedBy",
  "binder_pageTitle",
  "binder_text",
  "binder_picture",
  "binder_pictureWhole",
  "binder_picturePart",
  "binder_pictureCovered",
  "binder_pictureRedacted",
  "binder_pictureNotPrinted",
  "binder_pictureLeftOut",
  "binder_pictureRows",
  "binder_savedWith",
  "binder_savedBy",
  "binder_actions",
  "binder_actionsOnly",
  "binder_missing",
  "binder_nothing",
  "binder_id",
  "binder_files",
  "binder_fileNotComplete",
  "binder_fileLeftOut",
  "binder_readFrom",
  "binder_corrected",
  "binder_appendix",
  "binder_methodTitle",
  "binder_method",
  "binder_limitsTitle",
  "binder_limits",
  "binder_printTitle",
  "binder_print",
  "binder_logTitle",
  "binder_logNote",
  "binder_logBroken",
  "paper_readmeTitle",
  "paper_readmeIntro",
  "paper_readmeFor_police",
  "paper_readmeFor_lawyer",
  "paper_readmeFor_platform",
  "paper_readmeFor_helpline",
  "paper_readmeFor_friend",
  "paper_readmeFor_myself",
  "paper_readmePictures_redacted",
  "paper_readmePictures_covered",
  "paper_readmePictures_none",
  "paper_readmeDamaged",
  "paper_readmeFiles",
  "paper_readmeTablesTitle",
  "paper_readmeQuote",
  "paper_readmeTables",
  "paper_colCaptured",
  "paper_colWhen",
  "paper_colKnown",
  "paper_colInWords",
  "paper_colSource",
  "paper_readmeCheckTitle",
  "paper_readmeCheckPage",
  "paper_readmeTerminal",
  "paper_readmeStep1",
  "paper_readmeStep2",
  "paper_readmeBagIt",
  "paper_readmeShowsTitle",
  "paper_readmeShows",
  "paper_readmeOptionalTitle",
  "paper_readmeOptional",
  "paper_readmeLogSigned",
  "paper_readmeListSigned",
  "paper_readmeStamped",
  "paper_readmeWhose",
  "paper_accountTitle",
  "paper_accountNote",
  "paper_accountItems",
  "paper_description",
  "paper_addressKept",
  "paper_addressKeptMinor",
  "paper_htmlTitle",
  "paper_htmlIntro",
  "paper_htmlLogBroken",
  "paper_posts",
  "paper_postsDeclared",
  "paper_postMeant",
  "paper_openFile",
  "paper_openPicture",
  "paper_openMarked",
  "paper_bySender",
  "paper_language",
  "paper_workedOut",
  "paper_elsewhere",
  "paper_photograph",
  "paper_redrawn",
  "paper_frames",
  "paper_actElements",
  "paper_actTimes",
  "paper_actBefore",
  "paper_sourceAccount",
  "paper_sourcePage",
  "paper_sourceDevice",
  "paper_stateThere",
  "paper_stateDamaged",
  "paper_stateLeftOut",
  "paper_stateRecord",
  "paper_mayShowPicture",
  "paper_declTitle",
  "paper_declHead",
  "paper_declItems",
  "paper_declFiles",
  "paper_declLeftOut",
  "paper_declMade",
  "paper_declMadeFrom",
  "paper_declMarked",
  "paper_declName",
  "paper_declImported",
  "paper_declRecording",
  "factFileName",
  "factLength",
  "factMedia",
  "factQuoted",
  "factSound",
  "factStableId",
  "markedClock",
  "soundNo",
  "soundYes",
  "unusualCharacters",
] as const;
export type PaperKey = (typeof PAPER_KEYS)[number];

export interface PaperWords {
  /** BCP 47. */
  language: string;
  /** Where its lines begin: the columns of the binder stand in that order, too. */
  direction: "ltr" | "rtl";
  say(key: PaperKey, values?: readonly (string | number)[]): string;
  /** What an exhibit is to another one, whose number follows. */
  link(rel: LinkRel): string;
  /** What a record lacks and why, as a sentence. */
  missing(part: MissingPart): string;
  /** Why a page was drawn again instead of photographed. */
  redrawn(reason: RedrawReason): string;
  /** What a file says of itself, by its name. */
  fileClaim(name: FileClaimName): string;
  /** What kind of file it is, as people call it. */
  form(form: FileForm): string;
  /** What was recorded; `null`: what the browser was told to share. */
  surface(surface: Recording["surface"]): string;
  /** Who saved it. */
  role(role: Role): string;
  /** What was done to a page, as a sentence; what a later version wrote stands as it is written. */
  act(act: PageAction["act"]): string;
}

/** What is written in the language that was chosen, and once more in English where a receiver's technician may need it. */
export interface Papers {
  words: PaperWords;
  english: PaperWords;
}

/** Each language once, the chosen one first. */
export function bothLanguages({ words, english }: Papers): PaperWords[] {
  return words.language === english.language ? [words] : [words, english];
}
