/**
 * Whether a stamp fits the bytes it is beside, and what it says. Equal to `openssl ts -verify` by data and by request with
 * `-attime` at the stamp's own time. It cannot tell whether the root certificate beside it is the authority's (for that,
 * `listedAs` and `rootSha256`), nor whether a certificate was withdrawn. Pure: runs in a page, a worker and Node.
 */
import type { Certificate } from "pkijs";
import { hex, sha256 } from "@/src/model/digest";
import type { Stamp, StampCheck, StampFault, StampFiles } from "@/src/model/stamp";
import { checkChain } from "./chain";
import { instantOf, nameIn, saysQualified, sizeMs } from "./claims";
import { certificateBytes, certificatesOf } from "./der";
import { readReply, readRequest, type Token } from "./reply";
import { SHA256_OID } from "./request";
import { nameOfRoot } from "./roots";
import { isRightSigner, signerOf } from "./signer";

/**
 * @param data What should have been stamped: for a bundle the bytes of `tagmanifest-sha256.txt`.
 * @param at When the certificates must be valid; the stamp's own time where left out.
 */
export async function checkStamp(data: Uint8Array<ArrayBuffer>, files: StampFiles, at?: Date): Promise<StampCheck> {
  const reply = readReply(files.reply);
  if (reply.kind === "refused") return wrong("refused");
  const chain = certificatesOf(files.chain);
  const roots = certificatesOf(files.root);
  if (reply.kind === "unreadable" || chain === null || roots === null) return wrong("notAReply");
  const { token } = reply;
  const fault = (await imprintFault(token, data)) ?? requestFault(token, files.request);
  if (fault !== null) return wrong(fault);
  const others = [...token.certificates, ...chain];
  const signer = signerOf(token, chain);
  if (signer === null || !(await isSignedBySigner(token, signer, data))) return wrong("wrongSignature");
  if (!(await isRightSigner(token, signer))) return wrong("wrongSigner");
  const way = await checkChain(signer, others, roots, at ?? token.info.genTime);
  if (way.kind !== "fits") return wrong(way.kind === "unknown" ? "unknownAuthority" : "outOfDate");
  return { ok: true, stamp: await stampOf(token, signer, way.root) };
}

function wrong(fault: StampFault): StampCheck {
  return { ok: false, fault };
}

/** Only SHA-256 is ever asked for, so another digest is another imprint. */
async function imprintFault({ info }: Token, data: Uint8Array<ArrayBuffer>): Promise<StampFault | null> {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const isOurs = hashAlgorithm.algorithmId === SHA256_OID && hexOf(hashedMessage.getValue()) === (await sha256(data));
  return isOurs ? null : "wrongImprint";
}

/** What `openssl ts -verify -queryfile` compares: imprint, nonce, and policy where one was asked for. */
function requestFault({ info }: Token, bytes: Uint8Array): StampFault | null {
  const request = readRequest(bytes);
  if (request === null) return "notAReply";
  const imprints = [request, info].map(({ messageImprint: { hashAlgorithm, hashedMessage } }) =>
    [hashAlgorithm.algorithmId, hexOf(hashedMessage.getValue())].join(" "),
  );
  if (imprints[0] !== imprints[1]) return "wrongImprint";
  if (request.reqPolicy && request.reqPolicy !== info.policy) return "wrongNonce";
  if (request.nonce === undefined) return null;
  return info.nonce !== undefined && request.nonce.isEqual(info.nonce) ? null : "wrongNonce";
}

async function isSignedBySigner({ signed }: Token, signer: Certificate, data: Uint8Array<ArrayBuffer>) {
  signed.certificates = [signer];
  try {
    return await signed.verify({ signer: 0, data: data.buffer });
  } catch {
    return false; // the library throws for each way in which it does not fit
  }
}

async function stampOf({ info }: Token, signer: Certificate, root: Certificate): Promise<Stamp> {
  const rootSha256 = await sha256(certificateBytes(root));
  return {
    time: instantOf(info.genTime),
    accuracyMs: sizeMs(info.accuracy),
    policy: info.policy,
    serial: hexOf(info.serialNumber.valueBlock.valueHexView),
    signer: nameIn(signer),
    signerUntil: instantOf(signer.notAfter.value),
    rootSha256,
    rootName: nameIn(root),
    listedAs: nameOfRoot(rootSha256),
    saysQualified: saysQualified(info),
  };
}

const hexOf = (bytes: ArrayBuffer | Uint8Array): string => hex(new Uint8Array(bytes));
