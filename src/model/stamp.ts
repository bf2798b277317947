/** A time stamp (RFC 3161): what it says, and why one does not fit. Format of the files: docs/formats/bundle.md */
import { CodedError } from "./coded-error";
import type { Sha256 } from "./digest";
import type { UtcInstant } from "./instant";

/** Why a stamp does not fit, in the order in which it is looked for. */
export const STAMP_FAULTS = [
  "incomplete", // request, reply or root certificate is not there
  "notAReply", // a file cannot be read as what it should be
  "refused", // the authority's answer is that it gives no stamp
  "wrongImprint", // it stamps other bytes
  "wrongNonce", // it answers another request
  "wrongSignature", // its signature does not fit
  "wrongSigner", // the one who signed may not give time stamps, or is not the one it names
  "unknownAuthority", // no way from the one who signed to the root certificate beside it
  "outOfDate", // a certificate on that way was not valid at the time
] as const;
export type StampFault = (typeof STAMP_FAULTS)[number];

/** The same of a stamp that stands in the log, which also has to be what its entry says of it. */
export const LOGGED_STAMP_FAULTS = [...STAMP_FAULTS, "otherThanSaid"] as const;
export type LoggedStampFault = (typeof LOGGED_STAMP_FAULTS)[number];

/** A root certificate that is in no list of ours, and how many stamps lead to it. */
export interface UnlistedRoot {
  sha256: Sha256;
  stamps: number;
}

/** What is kept of a stamp, as it stands in the files of `stamp/`. */
export interface StampFiles {
  /** DER, TimeStampReq. */
  request: Uint8Array<ArrayBuffer>;
  /** DER, TimeStampResp. */
  reply: Uint8Array<ArrayBuffer>;
  /** PEM: certificates between the one who signed and the root. */
  chain: string;
  /** PEM: the root certificate. */
  root: string;
}

/** What a stamp that fits says. */
export interface Stamp {
  /** The stamped bytes existed by then: the word of the one who signed, worth as much as the root above them. */
  time: UtcInstant;
  /** As the authority tells it, in milliseconds; `null`: not told. */
  accuracyMs: number | null;
  /** Object identifier of the policy it was given under. */
  policy: string;
  /** Hex. */
  serial: string;
  /** Name in the certificate of the one who signed: where `listedAs` is `null`, what they call themselves. */
  signer: string;
  /** Until when that certificate is valid. After it `openssl ts -verify` needs `-attime`. */
  signerUntil: UtcInstant;
  /** Of the root certificate beside it, to be compared with the authority's own publication. */
  rootSha256: Sha256;
  /** Name in that root certificate, as who made it chose it. */
  rootName: string;
  /**
   * Name of the authority in our list that has this root. `null`: it is in no list of ours, so anybody may have made it, and
   * the time is shown as a claim.
   */
  listedAs: string | null;
  /** It says of itself that it is a qualified one under EU law (ETSI EN 319 422); no list was asked whether it is. */
  saysQualified: boolean;
}

/** Why no stamp was had: what does not fit, or what came before a reply. */
export const STAMP_FAILURES = [
  ...STAMP_FAULTS,
  "notAllowed", // the browser's question was answered with no
  "unreachable", // no connection, or no answer in time
  "badAnswer", // the authority's server answered with an error
  "notAPackage", // the file chosen is no package that a stamp could be added to
  "stopped", // the user pressed Stop
] as const;
export type StampFailure = (typeof STAMP_FAILURES)[number];

export class StampError extends CodedError<StampFailure> {
  override readonly name = "StampError";
}

/** A stamp that fits, and its files. */
export interface Stamped {
  files: StampFiles;
  stamp: Stamp;
}

export type StampCheck = { ok: true; stamp: Stamp } | { ok: false; fault: StampFault };
