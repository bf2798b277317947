/** Made-up states of the page that checks packages. */

import type { Sha256 } from "@/src/model/digest";
import type { ShownFinding, VerifyState } from "@/src/ui/verify/state";
import { stamp, unlistedStamp } from "./stamp-samples";

const contents = {
  exhibits: 4,
  files: 17,
  bytes: 18_402_113,
  leftOut: 0,
  tagManifestSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  signedBy: "4d967a30111bf29f0eba01c448b375c1629b2fed01cdfcc3aed91f1b57d5dd5e",
  packageSigned: true,
  stamp: null,
  stampsWhileSaving: 0,
  unlistedStampRoots: [],
  software: "Tidemark 0.1.0+1f0f3f6c1a01",
  baggingDate: "2026-11-21",
};

const unlisted = {
  stamp: unlistedStamp,
  stampsWhileSaving: 4,
  unlistedStampRoots: [{ sha256: "9f1c".repeat(16) as Sha256, stamps: 3 }],
};

const findings: ShownFinding[] = [
  {
    code: "fileChanged",
    path: "data/exhibits/002/original/screen-000.png",
    digests: { listed: "6b1f".repeat(16), found: "c40a".repeat(16) },
  },
  { code: "custodyBroken", index: 3 },
  { code: "custodyHeadMismatch" },
  { code: "stampWrong", fault: "wrongImprint" },
];

export const fileName = "documents-20261121-031205.zip";

export const verify: Record<string, VerifyState> = {
  waiting: { step: "waiting" },
  checking: { step: "checking", fileName, bytesDone: 7_300_000, bytesTotal: 18_402_113 },
  unchanged: { step: "checked", fileName, verdict: { kind: "checked", intact: true, findings: [], facts: contents } },
  stamped: {
    step: "checked",
    fileName,
    verdict: { kind: "checked", intact: true, findings: [], facts: { ...contents, stamp, stampsWhileSaving: 4 } },
  },
  "stamped-unlisted": {
    step: "checked",
    fileName,
    verdict: { kind: "checked", intact: true, findings: [], facts: { ...contents, ...unlisted } },
  },
  "unchanged-folder": {
    step: "checked",
    fileName: "documents-20261121-031205",
    verdict: { kind: "checked", intact: true, findings: [{ code: "systemFile", path: ".DS_Store" }], facts: contents },
  },
  changed: { step: "checked", fileName, verdict: { kind: "checked", intact: false, findings, facts: contents } },
  "not-a-package": { step: "checked", fileName: "holiday.zip", verdict: { kind: "notABundle", reason: "notOneBag" } },
  stopped: { step: "stopped" },
  "not-read": { step: "notRead", fileName },
};
