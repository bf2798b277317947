/** What this device signs: the head of the log, as three files beside it, and the list of lists; nothing where it has no key. */
import { derSignature, headText, publicKeyPem } from "@/src/custody/signature";
import type { CustodyHead } from "@/src/model/custody";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";

export async function addSignedHead(bag: BagSink, reader: VaultReader, head: CustodyHead): Promise<void> {
  const text = headText(head);
  const signed = await reader.sign(new TextEncoder().encode(text));
  if (signed === null) return;
  const signature = derSignature(signed.signature);
  await bag.addText("custody/head.json", [text]);
  await bag.addFile("custody/head.sig", new Blob([signature]).stream(), {
    bytes: signature.length,
    mime: "application/octet-stream",
  });
  await bag.addText("custody/device-key.pem", [publicKeyPem(signed.publicKey)]);
}

/** @returns What signs bytes with this device's key, in DER. */
export const signatureBy = (reader: VaultReader) => async (bytes: Uint8Array<ArrayBuffer>) => {
  const signed = await reader.sign(bytes);
  return signed && derSignature(signed.signature);
};
