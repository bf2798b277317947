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
}

const REGULAR_FILE = 0o100644;
const UTF8_NAMES = 0x800;

export function rawZip(entries: readonly RawEntry[]): Blob {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localHeader(entry);
    directory.push(centralHeader(entry, offset));
    parts.push(local, entry.bytes);
    offset += local.length + entry.bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const ends = endOf(entries.length, size, offset);
  return new Blob([...parts, ...directory, ...ends] as Uint8Array<ArrayBuffer>[]);
}

/** The end record; before it, beyond 65,535 files, the ZIP64 one and its locator. */
function endOf(count: number, size: number, offset: number): Uint8Array[] {
  const short = Math.min(count, 0xffff);
  const end = record(22, [0x06054b50, 4], [0, 4], [short, 2], [short, 2], [size, 4], [offset, 4], [0, 2]);
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
  return joined(record(30, [0x04034b50, 4], [20, 2], ...common(entry), [name.length, 2], [0, 2]), name);
}

function centralHeader(entry: RawEntry, offset: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const mode = ((entry.mode ?? REGULAR_FILE) << 16) >>> 0;
  const start: Field[] = [[0x02014b50, 4], [0x0314, 2], [20, 2], ...common(entry)];
  return joined(record(46, ...start, [name.length, 2], [0, 4], [0, 4], [mode, 4], [offset, 4]), name);
}

type Field = [value: number, bytes: number];

function common({ bytes, method = 0, flags = 0, announcedBytes, announcedCrc }: RawEntry): Field[] {
  const crc = announcedCrc ?? crc32(bytes);
  return [
    [UTF8_NAMES | flags, 2],
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
