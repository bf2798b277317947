/** English words for what checking a bundle finds, for the command line. Paths are made safe to print. */
import type { CustodyFailureCode } from "@/src/custody/check";
import type { FileFindingCode } from "@/src/model/file-finding";
import type { LoggedStampFault, Stamp, UnlistedRoot } from "@/src/model/stamp";
import type { BundleReading, Finding, NotABundleReason, Verdict } from "@/src/verify/finding";

const FILE_WORDS: Record<FileFindingCode, string> = {
  fileChanged: "was changed: its bytes are not those in the list",
  fileMissing: "is missing",
  fileExtra: "was added: it is not in every list or not in its record",
  tagFileChanged: "was changed: its bytes are not those in the list",
  manifestMissing: "is missing: the files cannot be compared with it",
  manifestUnreadable: "is not a list in the form it must have",
  tagManifestMissing: "is missing: files beside data/ could have been changed unseen",
  bagItUnsupported: "does not declare BagIt 1.0 in UTF-8",
  bagInfoUnreadable: "lacks something a bundle must say of itself, or says it twice",
  recordUnreadable: "is missing or not a record in the form it must have",
  recordDisagrees: "does not agree with its record, its folder or the log",
  signatureWrong: "does not fit: it is no signature, by the key in the bundle, of what it is for",
  exhibitMissing: "is missing: the log says that this exhibit went into the bundle",
  exhibitExtra: "was added: the log does not say that this exhibit went into the bundle",
  duplicateName: "has the same name as another file on some systems",
  unsafeName:
    "has a name that could lead outside the folder, or stand for something else on some systems; nothing was read",
  notAFile: "is a link or device, not a file; nothing was read",
  notReadable: "is encrypted or packed in a way that is not read here; nothing was read",
  systemFile: "lies there because the computer's own system puts such files into folders; it is no part of the bundle",
  tooLarge: "is too large for what it is packed in, or beyond what is read; nothing was read",
};

const CUSTODY_WORDS: Record<CustodyFailureCode, string> = {
  emptyLog: "the log is empty",
  notAnEntry: "it is not an entry",
  notCanonical: "it is not written in the one form entries have",
  wrongNumber: "its number is wrong: entries were dropped, doubled, swapped or put in",
  wrongGenesis: "the log does not begin as this case's log does",
  chainBroken: "the entry before it was replaced",
  entryEdited: "it was edited",
  headMismatch: "the log does not end where it should",
};

const STAMP_WORDS: Record<LoggedStampFault, string> = {
  incomplete: "request, reply or root certificate is not there",
  notAReply: "one of its files is not what it should be",
  refused: "the authority refused it",
  wrongImprint: "it is for other bytes than this bundle's list of lists",
  wrongNonce: "it answers another request",
  wrongSignature: "its signature does not fit",
  wrongSigner: "the one who signed it may not give time stamps, or is not the one it names",
  unknownAuthority: "there is no way from the one who signed it to the root certificate beside it",
  outOfDate: "a certificate was not valid at its time",
  otherThanSaid: "the entry says another time, number, policy or root of it than the stamp itself",
};

/** One line, in plain words. */
export function describeFinding(finding: Finding): string {
  switch (finding.code) {
    case "oxumWrong":
      return "bag-info.txt gives another size or number of files than there are.";
    case "custodyBroken":
      return `The custody log breaks at entry ${finding.index}: ${CUSTODY_WORDS[finding.failure]}.`;
    case "custodyHeadMismatch":
      return "The custody log does not end where bag-info.txt says: its end was cut off or replaced.";
    case "stampWrong":
      return `The time stamp${finding.entry === undefined ? "" : ` in entry ${finding.entry} of the log`} does not fit: ${STAMP_WORDS[finding.fault]}.`;
    case "zipDamaged":
      return finding.path === null
        ? "The ZIP is damaged, cut off, or could be read in more than one way."
        : `${printable(finding.path)}: the ZIP is damaged here.`;
    default:
      return `${printable(finding.path)} ${FILE_WORDS[finding.code]}${digestWords(finding.digests)}.`;
  }
}

/** Both come from lists of hex digits, or were computed. */
function digestWords(digests: { listed: string; found: string } | undefined): string {
  return digests === undefined ? "" : ` (digest listed ${digests.listed}, found ${digests.found})`;
}

const REASON_WORDS: Record<NotABundleReason, string> = {
  notAZip: "it is not a ZIP",
  encrypted: "it is encrypted (an age file); open it first, for instance with age -d",
  empty: "it holds no files",
  notOneBag: "it does not hold exactly one folder with a file bagit.txt",
};

function describeReason(reason: NotABundleReason): string {
  return `This is not a bundle: ${REASON_WORDS[reason]}.`;
}

/** Names come from whoever made the bundle: nothing in them may steer the terminal or pass for our own words. */
export function printable(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

const INTACT_MEANS =
  "If this is the digest the sender gave you another way, nothing was changed since the bundle was made; " +
  "without that comparison, someone could have changed files and made new lists.";
const CHANGED_MEANS = "What is named above is not as it was when the bundle was made; ask the sender for another copy.";

function signatureLine({ signedBy, packageSigned }: BundleReading, findings: readonly Finding[]): string {
  const key = `SHA-256 of the key: ${signedBy}`;
  if (signedBy !== null && packageSigned) return `The end of the log and the list of lists are signed. ${key}`;
  if (findings.some(({ code }) => code === "signatureWrong")) return "A signature does not fit.";
  if (signedBy === null) return "The end of the log is not signed.";
  return `Only the end of the log is signed: tables and papers could have been made anew. ${key}`;
}

function stampLines(stamp: Stamp | null, findings: readonly Finding[]): string[] {
  if (stamp === null) return findings.some(({ code }) => code === "stampWrong") ? [] : ["There is no time stamp."];
  return [
    ...(stamp.listedAs === null ? unlistedStampLines(stamp) : listedStampLines(stamp, stamp.listedAs)),
    stamp.saysQualified
      ? "It says of itself that it is a qualified one under EU law; whether the authority was on the EU's trusted list then has to be looked up."
      : "It is not a qualified one; in the EU only a qualified one carries a presumption that its time is right.",
  ];
}

function listedStampLines({ time, signer }: Stamp, listedAs: string): string[] {
  return [
    `The time stamp says ${time}: what is in the bundle existed by then. Signed by ${printable(signer)}.`,
    `Its root certificate is the one of ${listedAs}.`,
  ];
}

/** Anybody can make a stamp that fits: first the doubt, and every name as their own claim. */
function unlistedStampLines({ time, signer, rootSha256, rootName }: Stamp): string[] {
  return [
    `A time stamp by somebody this program does not know says ${time}. It proves nothing until you have compared ` +
      `the SHA-256 of its root certificate with what the authority publishes: ${rootSha256}`,
    `It calls itself ${printable(signer)}, and its root certificate ${printable(rootName)}.`,
  ];
}

function savingStampLines(fitting: number, unlistedRoots: readonly UnlistedRoot[]): string[] {
  const unlisted = unlistedRoots.reduce((sum, { stamps }) => sum + stamps, 0);
  const listed = fitting - unlisted;
  return [
    ...(listed > 0 ? [`Time stamps taken while saving that fit the log: ${listed}.`] : []),
    ...(unlisted > 0
      ? [
          `Time stamps taken while saving, by somebody this program does not know: ${unlisted}. They prove nothing ` +
            "until you have compared the SHA-256 of each root certificate with what its authority publishes:",
          ...unlistedRoots.map(({ sha256, stamps }) => `  ${sha256} (of ${stamps})`),
        ]
      : []),
  ];
}

/** All there is to say of a check, a sentence a line. */
export function verdictLines(verdict: Verdict): string[] {
  if (verdict.kind === "notABundle") return [describeReason(verdict.reason)];
  const { intact, findings, facts } = verdict;
  const counts = `${facts.exhibits} exhibits, ${facts.files} files, ${facts.bytes} bytes`;
  return [
    ...findings.map(describeFinding),
    `${intact ? "Intact" : "NOT intact"}: ${counts}.`,
    ...(facts.leftOut === 0
      ? []
      : [`Left out by whoever made it: ${facts.leftOut} files; data/left-out.csv names them.`]),
    signatureLine(facts, findings),
    ...stampLines(facts.stamp, findings),
    ...savingStampLines(facts.stampsWhileSaving, facts.unlistedStampRoots),
    ...(facts.tagManifestSha256 === null ? [] : [`SHA-256 of tagmanifest-sha256.txt: ${facts.tagManifestSha256}`]),
    intact ? INTACT_MEANS : CHANGED_MEANS,
  ];
}
