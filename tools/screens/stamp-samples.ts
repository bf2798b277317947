/** Made-up states of time stamps. */
import type { Sha256 } from "@/src/model/digest";
import type { UtcInstant } from "@/src/model/instant";
import type { Stamp } from "@/src/model/stamp";
import type { AtOnceState } from "@/src/ui/library/stamp/run-at-once";
import type { StampStep } from "@/src/ui/library/stamp/run-stamp";

export const stamp: Stamp = {
  time: "2026-11-21T03:12:07.000Z" as UtcInstant,
  accuracyMs: 1000,
  policy: "1.2.3.4.1",
  serial: "02f1",
  signer: "Sample Time Stamping Signer 3",
  signerUntil: "2033-04-01T00:00:00.000Z" as UtcInstant,
  rootSha256: "9f1c".repeat(16) as Sha256,
  rootName: "Sample Root CA",
  listedAs: "FreeTSA",
  saysQualified: false,
};

export const unlistedStamp: Stamp = { ...stamp, listedAs: null };

export const authorities = [
  { id: "freetsa", name: "FreeTSA", host: "freetsa.org" },
  { id: "sectigo", name: "Sectigo", host: "timestamp.sectigo.com" },
];

const toStamp = { fileName: "documents-20261121-031205.zip", isStamped: false, isRequestSaved: false, isBusy: false };

export const stamps: Record<string, StampStep> = {
  "stamp-choosing": { step: "choosing", failure: null },
  "stamp-not-a-package": { step: "choosing", failure: "notAPackage" },
  "stamp-ready": { step: "ready", package: toStamp, failure: null },
  "stamp-failed": {
    step: "ready",
    package: { ...toStamp, isStamped: true, isRequestSaved: true },
    failure: "unreachable",
  },
  "stamp-asking": { step: "asking", package: toStamp, name: "FreeTSA" },
  "stamp-made": { step: "made", made: { fileName: "documents-20261121-031205-stamped.zip", stamp } },
};

export const stampEach: Record<string, AtOnceState> = {
  "settings-stamp-each-on": { authorities, step: "on", name: "FreeTSA" },
  "settings-stamp-each-refused": { authorities, step: "refused" },
};
