/** Writes ZIPs byte by byte, also such as no honest program writes. */
import { crc32 } from "node:zlib";

export interface RawEntry {
  name: string;
  bytes: Uint8Array;
  /** Unix mode with file type; a plain file when left out. */
  mode?: number;
  /** 0 stored, 8 deflated (then `bytes` are the packed ones). */
  method?: number;
  /** General purpose bits; bit 0 says encrypted. */
  flags?: number;
  /** What the ZIP announces, where it is not true. */
  announcedBytes?: number;
  announcedCrc?: number;
  /** Name in the local header, where it differs. */
  localName?: string;
  /** Length of the packed bytes in the local header, where it differs. */
  localBytes?: number;
  /** Extra fields in the central directory. */
  extra?: Uint8Array;
  /** A comment on the entry. */
  comment?: string;
  /** Check sum and lengths stand behind the bytes and not before them, as in a ZIP that was made as a stream. */
  descriptor?: boolean;
  /** No bytes and no local header of its own: it points to those of the entry at this place in the list. */
  sharesWith?: number;
}

/** What the end of the ZIP says, where it is not what a plain one says. */
export interface RawEnd {
  /** Entries, as the end announces them. */
  count?: number;
  /** Number of the disk that the ZIP ends on. */
  disk?: number;
  comment?: Uint8Array;
}

const REGULAR_FILE = 0o100644;
const UTF8_NAMES = 0x800;

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Blob {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const at = entry.sharesWith === undefined ? offset : offsets[entry.sharesWith]!;
    offsets.push(at);
    directory.push(centralHeader(entry, at));
    if (entry.sharesWith !== undefined) continue;
    const own = [localHeader(entry), entry.bytes, ...(entry.descriptor ? [descriptorOf(entry)] : [])];
    parts.push(...own);
    offset += own.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const ends = endOf(entries.length, size, offset, end);
  return new Blob([...parts, ...directory, ...ends] as Uint8Array<ArrayBuffer>[]);
}

/** The end record; before it, beyond 65,535 files, the ZIP64 one and its locator. */
function endOf(count: number, size: number, offset: number, said: RawEnd): Uint8Array[] {
  const short = said.count ?? Math.min(count, 0xffff);
  const comment = said.comment ?? new Uint8Array();
  const counted: Field[] = [
    [said.disk ?? 0, 2],
    [0, 2],
    [short, 2],
    [short, 2],
  ];
  const end = joined(record(22, [0x06054b50, 4], ...counted, [size, 4], [offset, 4], [comment.length, 2]), comment);
  if (count < 0xffff) return [end];
  const wide = (value: number): Field[] => [
    [value, 4],
    [0, 4],
  ];
  const counts = [count, count, size, offset].flatMap(wide);
  const end64 = record(56, [0x06064b50, 4], ...wide(44), [45, 2], [45, 2], ...wide(0), ...counts);
  const locator = record(20, [0x07064b50, 4], [0, 4], ...wide(offset + size), [1, 4]);
  return [end64, locator, end];
}

function localHeader(entry: RawEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.localName ?? entry.name);
  const facts = entry.descriptor
    ? common({ ...entry, bytes: new Uint8Array(), announcedBytes: 0, announcedCrc: 0 })
    : common(entry);
  if (entry.localBytes !== undefined) facts[4] = [entry.localBytes, 4];
  return joined(record(30, [0x04034b50, 4], [20, 2], ...facts, [name.length, 2], [0, 2]), name);
}

function descriptorOf(entry: RawEntry): Uint8Array {
  const [, , , ...facts] = common(entry);
  return record(16, [0x08074b50, 4], ...facts);
}

function centralHeader(entry: RawEntry, offset: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const mode = ((entry.mode ?? REGULAR_FILE) << 16) >>> 0;
  const { extra = new Uint8Array(), comment = "" } = entry;
  const said = new TextEncoder().encode(comment);
  const start: Field[] = [[0x02014b50, 4], [0x0314, 2], [20, 2], ...common(entry)];
  const lengths: Field[] = [name, extra, said].map(({ length }) => [length, 2]);
  return [name, extra, said].reduce(joined, record(46, ...start, ...lengths, [0, 4], [mode, 4], [offset, 4]));
}

type Field = [value: number, bytes: number];

/** Flags, method, time, check sum, packed and unpacked length. */
function common({ bytes, method = 0, flags = 0, announcedBytes, announcedCrc, descriptor }: RawEntry): Field[] {
  const crc = announcedCrc ?? crc32(bytes);
  return [
    [UTF8_NAMES | (descriptor ? 8 : 0) | flags, 2],
    [method, 2],
    [0x00210000 >>> 0, 4],
    [crc, 4],
    [bytes.length, 4],
    [announcedBytes ?? bytes.length, 4],
  ];
}

function record(length: number, ...fields: Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
