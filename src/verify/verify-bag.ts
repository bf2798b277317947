/** Checks the files of a bundle, wherever they come from: as a BagIt bag, and as what the exporter makes. */
import { PACKAGE_SIGNATURE } from "@/src/custody/signature";
import { HoldingDigester, type Sha256 } from "@/src/model/digest";
import { payloadSize, readBagInfo } from "./bag-info";
import type { BagSource } from "./bag-source";
import { type BagRules, checkBagIt } from "./bagit";
import { besideFindings, sha256Of } from "./beside";
import { readCustodyLog } from "./custody-log";
import { exportFindings } from "./export-entry";
import type { BundleReading, Finding, Verdict, VerifyOptions } from "./finding";
import { readHeadStamps } from "./head-stamps";
import { exhibitFolders, recordFindings } from "./records";
import { readSignedHead } from "./signed-head";
import { readSignedPackage } from "./signed-package";
import { readStamp } from "./stamp";
import { withoutSystemFiles } from "./system-files";

/** What every bundle of ours is. Time-stamps and the signature of the whole are made after the lists, so they cannot be in them. */
const BUNDLE_RULES: BagRules = {
  versions: ["1.0"],
  encodings: { "utf-8": "utf-8" },
  algorithms: { sha256: 64, sha512: 128 },
  required: ["sha256", "sha512"],
  mustBeListed: (path) =>
    !/^stamp\/(request\.tsq|reply\.tsr|chain\.pem|root\.pem)$/.test(path) && path !== PACKAGE_SIGNATURE,
  newDigester: (bytes) => {
    const digester = new HoldingDigester(bytes);
    return { update: (piece) => digester.update(piece), finish: async () => ({ ...(await digester.finish()) }) };
  },
};

export async function verifyBag(opened: BagSource, options: VerifyOptions = {}): Promise<Verdict> {
  if (opened.findings.length > 0) return checked(opened.findings, emptyReading(opened.name));
  const { source, findings: systemFiles } = await withoutSystemFiles(opened);
  const bag = await checkBagIt(source, BUNDLE_RULES, options);
  const info = await readBagInfo(source);
  const log = await readCustodyLog(source, info.head);
  const signature = await readSignedHead(source, info.head);
  const whole = await readSignedPackage(source, signature.spki);
  const stamp = await readStamp(source);
  const headStamps = await readHeadStamps(log.entries);
  const witnesses = {
    sha256: bag.payload.get("sha256") ?? new Map<string, string>(),
    sha512: bag.payload.get("sha512") ?? new Map<string, string>(),
    caseId: info.head?.caseId ?? null,
    log: log.entries,
  };
  const records = await recordFindings(source, witnesses);
  const findings = [
    ...systemFiles,
    ...(await besideFindings(source.outside, info.checkPage)),
    ...bag.findings,
    ...info.findings,
    ...log.findings,
    ...signature.findings,
    ...whole.findings,
    ...stamp.findings,
    ...headStamps.findings,
    ...exportFindings(exhibitFolders(source), log.entries),
    ...records.findings,
  ];
  const facts = {
    name: source.name,
    exhibits: exhibitFolders(source).length,
    ...payloadSize(source),
    leftOut: records.leftOut,
    tagManifestSha256: await digestOf(source, "tagmanifest-sha256.txt"),
    signedBy: signature.signedBy,
    packageSigned: whole.packageSigned,
    stamp: stamp.stamp,
    stampsWhileSaving: headStamps.fitting,
    unlistedStampRoots: headStamps.unlistedRoots,
    headHash: info.head?.headHash ?? null,
    lastSeq: info.head?.lastSeq ?? null,
    software: info.software,
    baggingDate: info.baggingDate,
  };
  return checked(findings, facts);
}

/** What can be said of a bundle of which nothing was read. */
export function emptyReading(name: string): BundleReading {
  const unknown = {
    tagManifestSha256: null,
    signedBy: null,
    stamp: null,
    headHash: null,
    lastSeq: null,
    software: null,
    baggingDate: null,
  };
  const none = { exhibits: 0, files: 0, bytes: 0, leftOut: 0, stampsWhileSaving: 0, unlistedStampRoots: [] };
  return { name, ...none, packageSigned: false, ...unknown };
}

/** The same thing is found by more than one check; it is told once. What is no part of the bundle changes nothing of it. */
export function checked(findings: readonly Finding[], facts: BundleReading): Verdict {
  const unique = [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
  return { kind: "checked", intact: unique.every(({ code }) => code === "systemFile"), findings: unique, facts };
}

async function digestOf({ files }: BagSource, path: string): Promise<Sha256 | null> {
  const file = files.find((each) => each.path === path);
  return file === undefined ? null : sha256Of(file);
}
