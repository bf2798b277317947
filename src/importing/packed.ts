/** A ZIP that came in: how much is in it, and the conversation in it where it is an exported one. Nothing of it is unpacked to stay. */
import type { FileClaim } from "@/src/model/from-elsewhere";
import { type RandomAccess, zipContents } from "@/src/verify/zip-source";

/** Of the conversation's text; the claims about a longer one are about its beginning, so none are made. */
const MAX_CHAT_BYTES = 16 << 20;

/** @returns The words of an exported conversation, or `null` where there is none in it. @throws where its list cannot be read */
export async function readPacked(file: Blob): Promise<{ says: FileClaim[]; chat: Uint8Array | null }> {
  const { files, findings, fault } = await zipContents(bytesOf(file));
  if (fault || findings.length > 0) return { says: [], chat: null };
  const says: FileClaim[] = [{ name: "inside", value: String(files.length), source: "zip:entries" }];
  const texts = files.filter(({ path, bytes }) => /^[^/]*\.txt$/i.test(path) && bytes <= MAX_CHAT_BYTES);
  if (texts.length !== 1) return { says, chat: null };
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await texts[0]!.read((piece) => void pieces.push(new Uint8Array(piece)));
  return { says, chat: new Uint8Array(await new Blob(pieces).arrayBuffer()) };
}

const bytesOf = (file: Blob): RandomAccess => ({
  size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
});
