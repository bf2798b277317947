/** The question to a time-stamp authority (RFC 3161, 2.4.1): one digest, a nonce, and that its certificate be sent along. */
import { Integer, Null, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from "pkijs";
import { toBytes } from "./der";

export const SHA256_OID = "2.16.840.1.101.3.4.2.1";
const NONCE_BYTES = 16;

/**
 * @param digest SHA-256 of what is to be stamped, 32 bytes.
 * @param nonce So that an older answer cannot be given again.
 * @returns DER; beside the digest and the nonce it holds nothing of this device or case.
 */
export function stampRequest(digest: Uint8Array, nonce: Uint8Array = freshNonce()): Uint8Array<ArrayBuffer> {
  if (digest.length !== 32) throw new TypeError("a request stamps one SHA-256");
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(digest).buffer }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  });
  return toBytes(request.toSchema());
}

/** Begins with bits 01, so that it is a positive number in the fewest bytes, as DER wants it. */
function freshNonce(): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  nonce[0] = (nonce[0]! & 0x3f) | 0x40;
  return nonce;
}
