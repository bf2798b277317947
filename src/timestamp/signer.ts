/**
 * Who signed a token, and whether they may: a certificate for time stamps and nothing else (RFC 3161, 2.3), named by the
 * token itself (RFC 5816). The rules are those of `openssl ts -verify`, so that both say the same.
 */
import { OctetString, Sequence } from "asn1js";
import {
  AlgorithmIdentifier,
  AltName,
  type Certificate,
  ExtKeyUsage,
  type GeneralName,
  getCrypto,
  IssuerAndSerialNumber,
  RelativeDistinguishedNames,
} from "pkijs";
import { hex } from "@/src/model/digest";
import { certificateBytes } from "./der";
import type { Token } from "./reply";

const EKU = "2.5.29.37";
const KEY_USAGE = "2.5.29.15";
const ALT_NAME = "2.5.29.17";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
/** Bits `digitalSignature` and `nonRepudiation` of KeyUsage. */
const SIGNS = 0xc0;
const DIRECTORY_NAME = 4;

/** The certificate of the one who signed, from the token or beside it; `null` where it is in neither. */
export function signerOf({ signed, certificates }: Token, beside: readonly Certificate[]): Certificate | null {
  const sid = signed.signerInfos[0]?.sid;
  if (!(sid instanceof IssuerAndSerialNumber)) return null;
  const found = [...beside, ...certificates].find(
    ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  );
  return found ?? null;
}

/** Whether this signer may give time stamps, and is the one that the token names. */
export async function isRightSigner(token: Token, signer: Certificate): Promise<boolean> {
  return isForStamps(signer) && isNamed(token.info.tsa, signer) && (await isMeant(token, signer));
}

/** Extended key usage is critical and time stamping alone; key usage, where there is one, is signing alone. */
function isForStamps({ extensions = [] }: Certificate): boolean {
  const eku = extensions.find(({ extnID }) => extnID === EKU);
  const purposes = eku?.parsedValue instanceof ExtKeyUsage ? eku.parsedValue.keyPurposes : [];
  if (eku?.critical !== true || purposes.length !== 1 || purposes[0] !== TIME_STAMPING) return false;
  const usage = extensions.find(({ extnID }) => extnID === KEY_USAGE);
  if (usage === undefined) return true;
  const [bits = 0, ...more] = new Uint8Array(usage.parsedValue?.valueBlock?.valueHexView ?? []);
  return (bits & SIGNS) !== 0 && (bits & ~SIGNS) === 0 && more.every((byte) => byte === 0);
}

/** The name in the token, where it has one, is a name of the certificate. */
function isNamed(tsa: GeneralName | undefined, { subject, extensions = [] }: Certificate): boolean {
  if (tsa === undefined) return true;
  if (tsa.type === DIRECTORY_NAME && tsa.value instanceof RelativeDistinguishedNames && tsa.value.isEqual(subject))
    return true;
  const others = extensions.find(({ extnID }) => extnID === ALT_NAME)?.parsedValue;
  const named = JSON.stringify(tsa.toJSON());
  return others instanceof AltName && others.altNames.some((each) => JSON.stringify(each.toJSON()) === named);
}

/** The signed attribute "signing certificate" holds the digest of this one, so that no other with the same key fits. */
async function isMeant({ signed }: Token, signer: Certificate): Promise<boolean> {
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? [];
  const attribute = [SIGNING_CERTIFICATE_V2, SIGNING_CERTIFICATE]
    .map((wanted) => attributes.find(({ type }) => type === wanted))
    .find((found) => found !== undefined);
  const first = firstOf(firstOf(attribute?.values[0]));
  if (!(first instanceof Sequence)) return false;
  const digest = first.valueBlock.value.find((each) => each instanceof OctetString);
  const algorithm = attribute?.type === SIGNING_CERTIFICATE ? "SHA-1" : algorithmOf(firstOf(first));
  if (digest === undefined || algorithm === null) return false;
  const own = await crypto.subtle.digest(algorithm, certificateBytes(signer));
  return hexOf(own) === hexOf(digest.getValue());
}

/** ESSCertIDv2 names its algorithm first, or leaves it out for SHA-256. */
function algorithmOf(block: unknown): string | null {
  if (!(block instanceof Sequence)) return "SHA-256";
  const { algorithmId } = new AlgorithmIdentifier({ schema: block });
  const found = getCrypto(true).getAlgorithmByOID(algorithmId);
  return "name" in found ? found.name : null;
}

function firstOf(block: unknown): unknown {
  return block instanceof Sequence ? block.valueBlock.value[0] : undefined;
}

const hexOf = (bytes: ArrayBuffer): string => hex(new Uint8Array(bytes));
