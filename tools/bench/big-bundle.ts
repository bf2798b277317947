/** A sound bundle of any size, made by the exporter out of bytes that gain nothing from packing. */
import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Writable } from "node:stream";
import { nextEntry } from "@/src/custody/chain";
import { bundle } from "@/src/export/bundle";
import { canonicalJson } from "@/src/model/canonical-json";
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import { type Digests, StreamDigester, sha256 } from "@/src/model/digest";
import type { PageRecord } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { VaultReader } from "@/src/vault/read";
import { IN_ENGLISH } from "../papers";
import { CASE, ITEM, record as sample } from "../screens/samples";

const PIECE_BYTES = 1 << 20;
/** A long page's pictures are about that large. */
const FILE_BYTES = 32 * PIECE_BYTES;

/** @param megabytes Of 2^20 bytes, in files of up to 32. */
export async function writeBigBundle(path: string, megabytes: number): Promise<void> {
  const { stream, done } = bundle({ ...(await bigCase(megabytes)), ...ABOUT });
  await stream.pipeTo(Writable.toWeb(createWriteStream(path)));
  await done;
}

/** What the exporter is told beside the case itself. */
export const ABOUT = {
  name: "documents-20261121-031205",
  software: "Tidemark",
  now: sample.captured.endUtc,
  environment: sample.env,
  papers: IN_ENGLISH,
};

/** A case of one exhibit. @param megabytes As above. */
export async function bigCase(megabytes: number) {
  const block = new Uint8Array(randomBytes(PIECE_BYTES));
  const record = await bigRecord(block, megabytes);
  return { reader: readerOf(record, block), exhibits: [ITEM], caseId: CASE, custody: await logOf(record) };
}

async function bigRecord(block: Uint8Array, megabytes: number): Promise<PageRecord> {
  const files: ExhibitFile[] = [];
  for (let left = megabytes * PIECE_BYTES, place = 0; left > 0; left -= FILE_BYTES, place += 1) {
    const path = `original/screen-${String(place).padStart(3, "0")}.png`;
    const digests = await digestsOf(piecesOf(block, place, Math.min(left, FILE_BYTES)));
    files.push({ path, role: "original", mime: "image/png", complete: true, ...digests });
  }
  return { ...sample, files, picture: { ...sample.picture, file: files[0]!.path } };
}

/** No piece is like another, so that nothing on the way can remember one. */
function* piecesOf(block: Uint8Array, file: number, bytes: number): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes; at += PIECE_BYTES) {
    const piece = new Uint8Array(block.subarray(0, Math.min(PIECE_BYTES, bytes - at)));
    new DataView(piece.buffer).setFloat64(0, file * FILE_BYTES + at);
    yield piece;
  }
}

async function digestsOf(pieces: Iterable<Uint8Array>): Promise<Digests> {
  const digester = new StreamDigester();
  for (const piece of pieces) digester.update(piece);
  return digester.finish();
}

async function logOf(record: PageRecord): Promise<CustodyEntry[]> {
  const { tz } = record.captured;
  const act = { utc: record.captured.endUtc, tz, actor: "unstated", app: "bench" } satisfies Partial<CustodyAct>;
  const digest = `sha256:${await sha256(canonicalJson(record))}` as const;
  const capture = await nextEntry(undefined, CASE, { ...act, event: "capture", item: ITEM, digest, detail: {} });
  const detail = { outcome: "begun", exhibits: String(record.exhibit) };
  return [capture, await nextEntry(capture, CASE, { ...act, event: "export", item: null, digest: null, detail })];
}

function streamOf(pieces: Iterator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function readerOf(record: PageRecord, block: Uint8Array): VaultReader {
  const reader: Partial<VaultReader> = {
    record: async () => record,
    corrections: async () => [],
    sign: async () => null,
    file: async (_, path) => {
      const place = record.files.findIndex((file) => file.path === path);
      return streamOf(piecesOf(block, place, record.files[place]!.bytes));
    },
  };
  return reader as VaultReader;
}
