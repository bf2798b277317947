/** The signature over the list of lists: all that the bundle lists, its tables and papers too, is as the signer made it. */
import { PACKAGE_SIGNATURE, signatureFits } from "@/src/custody/signature";
import { type BagSource, readBytes } from "./bag-source";
import type { Finding } from "./finding";

/** A list of four files. */
const MAX_LIST = 10_000;
/** A DER signature of P-256 has at most 72 bytes. */
const MAX_SIGNATURE = 100;

/** @param spki The key in the bundle, where its head is rightly signed by it. */
export async function readSignedPackage(
  { files }: BagSource,
  spki: Uint8Array<ArrayBuffer> | null,
): Promise<{ findings: Finding[]; packageSigned: boolean }> {
  const file = files.find(({ path }) => path === PACKAGE_SIGNATURE);
  const list = files.find(({ path }) => path === "tagmanifest-sha256.txt");
  if (file === undefined) return { findings: [], packageSigned: false };
  const signature = await readBytes(file, MAX_SIGNATURE);
  const signed = list ? await readBytes(list, MAX_LIST) : null;
  const fits = spki !== null && signature !== null && signed !== null && (await signatureFits(signed, signature, spki));
  const findings: Finding[] = fits ? [] : [{ code: "signatureWrong", path: PACKAGE_SIGNATURE }];
  return { findings, packageSigned: fits };
}
