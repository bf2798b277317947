/**
 * Ways from the one who signed up to a root, each link being a signature that fits. The library's own search gives up at
 * the first certificate whose issuer is not at hand (cross-certificates, which real authorities send, are such) and does
 * not end where two certificates sign each other; so the way is looked for here, and checked by the library (RFC 5280).
 */
import { type Certificate, CertificateChainValidationEngine } from "pkijs";
import { hex } from "@/src/model/digest";
import { certificateBytes } from "./der";

const MAX_LENGTH = 6;
/** Signatures that are looked at in all; a real chain needs fewer than ten. */
const MAX_STEPS = 64;
/** The library's code for a certificate that is not valid at the time. */
const OUT_OF_DATE = 8;

export type ChainCheck = { kind: "fits"; root: Certificate } | { kind: "unknown" } | { kind: "outOfDate" };

/** @param at When the certificates must be valid. */
export async function checkChain(
  signer: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
): Promise<ChainCheck> {
  let failure: ChainCheck = { kind: "unknown" };
  for await (const way of waysUp(signer, others, roots)) {
    const root = way.at(-1)!;
    const engine = new CertificateChainValidationEngine({
      trustedCerts: [root],
      certs: [...way.slice(1, -1), signer], // the library takes the last one for the signer's
      checkDate: at,
    });
    const { result, resultCode } = await engine.verify();
    if (result) return { kind: "fits", root };
    if (resultCode === OUT_OF_DATE) failure = { kind: "outOfDate" };
  }
  return failure;
}

/** The certificates between the one who signed and the root, in that order; `null` where there is no way. */
export async function chainBetween(signer: Certificate, others: readonly Certificate[], roots: readonly Certificate[]) {
  for await (const way of waysUp(signer, others, roots)) return { between: way.slice(1, -1), root: way.at(-1)! };
  return null;
}

async function* waysUp(
  signer: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
): AsyncGenerator<Certificate[]> {
  const trusted = new Set(roots.filter(isSelfIssued).map(idOf));
  const tops = roots.filter((each) => trusted.has(idOf(each)));
  const between = [...others, ...roots].filter((each) => !trusted.has(idOf(each)));
  let steps = 0;
  async function* upFrom(way: Certificate[]): AsyncGenerator<Certificate[]> {
    const below = way.at(-1)!;
    for (const above of [...tops, ...between]) {
      if (way.includes(above) || !below.issuer.isEqual(above.subject) || steps >= MAX_STEPS) continue;
      steps += 1;
      if (!(await isSignedBy(below, above))) continue;
      if (trusted.has(idOf(above))) yield [...way, above];
      else if (way.length < MAX_LENGTH) yield* upFrom([...way, above]);
    }
  }
  yield* upFrom([signer]);
}

async function isSignedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  try {
    return await certificate.verify(issuer);
  } catch {
    return false; // a key or an algorithm that the browser does not know
  }
}

/** Anything else beside the roots is one on the way: `openssl` wants a way to its end, too. */
const isSelfIssued = ({ subject, issuer }: Certificate): boolean => subject.isEqual(issuer);

const idOf = (certificate: Certificate): string => hex(certificateBytes(certificate));
