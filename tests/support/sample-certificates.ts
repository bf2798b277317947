/** Certificates that no well-run authority would issue, for the search of a way to the root. */
import { Integer, PrintableString } from "asn1js";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  type RelativeDistinguishedNames,
} from "pkijs";
import { certificatesOf, pemOf } from "@/src/timestamp/der";

const EC = { name: "ECDSA", namedCurve: "P-256" };

/** One with name and key of the one given, but issued by a stranger whose own certificate nobody has. */
export async function issuedByStranger(pem: string): Promise<string> {
  const [given] = certificatesOf(pem) ?? [];
  const stranger = await crypto.subtle.generateKey(EC, true, ["sign", "verify"]);
  const copy = authority(given!.subject, "Stranger");
  copy.subjectPublicKeyInfo = given!.subjectPublicKeyInfo;
  await copy.sign(stranger.privateKey, "SHA-256");
  return pemOf([copy]);
}

/** Two that issued each other, and a third that the first issued under the name given. */
export async function loopAbove(pem: string): Promise<string> {
  const [given] = certificatesOf(pem) ?? [];
  const [one, two] = await Promise.all([0, 1].map(() => crypto.subtle.generateKey(EC, true, ["sign", "verify"])));
  const make = async (subject: string, key: CryptoKeyPair, issuer: string, by: CryptoKeyPair) => {
    const made = authority(null, issuer, subject);
    await made.subjectPublicKeyInfo.importKey(key.publicKey);
    await made.sign(by.privateKey, "SHA-256");
    return made;
  };
  const copy = authority(given!.subject, "One");
  copy.subjectPublicKeyInfo = given!.subjectPublicKeyInfo;
  await copy.sign(one!.privateKey, "SHA-256");
  return pemOf([copy, await make("One", one!, "Two", two!), await make("Two", two!, "One", one!)]);
}

function authority(subject: RelativeDistinguishedNames | null, issuer: string, name = ""): Certificate {
  const made = new Certificate({ version: 2, serialNumber: new Integer({ value: 7 }) });
  made.issuer.typesAndValues.push(commonName(issuer));
  if (subject === null) made.subject.typesAndValues.push(commonName(name));
  else made.subject = subject;
  made.notBefore.value = new Date("2020-01-01");
  made.notAfter.value = new Date("2049-01-01");
  const constraints = new BasicConstraints({ cA: true });
  const extnValue = constraints.toSchema().toBER(false);
  made.extensions = [new Extension({ extnID: "2.5.29.19", critical: true, extnValue, parsedValue: constraints })];
  return made;
}

function commonName(name: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: "2.5.4.3", value: new PrintableString({ value: name }) });
}
