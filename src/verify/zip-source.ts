/**
 * A ZIP as the source of a bag. The ZIP is taken for hostile: what could mean two things, lead elsewhere or unpack
 * without bound is a finding, and then nothing in it is read. Runs in a page, a worker and Node.
 */
import { type Entry, type FileEntry, Reader, ZipReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { MAX_PACKED_BYTES } from "@/src/manifest/packing";
import { letGo } from "@/src/model/let-go";
import { type BagFile, type BagSource, bagSource, DamagedError, nameFindings } from "./bag-source";
import { crc32 } from "./crc32";
import type { Finding, NotABundleReason } from "./finding";

const MAX_ENTRIES = 100_000;
/** Longest stretch read at once; a list of files in a ZIP can be no longer. */
const MAX_READ_BYTES = 64 * 1024 * 1024;
/** Text packs to a tenth; a file that unpacks to more than this times its packed size is refused, above a small size. */
const MAX_RATIO = 200;
/**
 * All files together unpack to no more than this and so many times the ZIP's size. Five hundred items of nothing but pages that
 * say one word over and over stay below it.
 */
const MAX_UNPACKED_BYTES = 1024 * 1024 * 1024;

const READ_OPTIONS = {
  useWebWorkers: false,
  strictness: "strict",
  filenameValidation: "tolerant", // names are checked here, so that each unsafe one is named
  checkCrc32: false, // done here: zip.js holds back the end of a file whose check sum is wrong
  checkOverlappingEntry: true,
} as const;

/** The bytes of a ZIP, wherever they lie. */
export interface RandomAccess {
  size: number;
  /** Exactly `length` bytes; never asked for more than there are. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export type OpenedZip =
  | { kind: "source"; source: BagSource }
  | { kind: "notABundle"; reason: NotABundleReason }
  /** It begins as a ZIP does, and its list of files cannot be read. */
  | { kind: "damaged" };

export async function openZip(bytes: RandomAccess): Promise<OpenedZip> {
  const { files, findings, fault, isEmpty } = await zipContents(bytes);
  if (isEmpty && fault) {
    if (await begins(bytes, ZIP_START)) return { kind: "damaged" };
    const isAge = (await begins(bytes, AGE_START)) || (await begins(bytes, AGE_ARMOR_START));
    return { kind: "notABundle", reason: isAge ? "encrypted" : "notAZip" };
  }
  // One that begins with a file and lists none ends twice.
  if (isEmpty) return (await begins(bytes, ZIP_START)) ? { kind: "damaged" } : { kind: "notABundle", reason: "empty" };
  const source = bagSource(files, findings, "zip");
  if (source !== null) return { kind: "source", source };
  return fault ? { kind: "damaged" } : { kind: "notABundle", reason: "notOneBag" };
}

export interface ZipContents {
  /** By their whole path. */
  files: BagFile[];
  /** What is wrong with the ZIP. Nothing in it may be read when there is anything. */
  findings: Finding[];
  /** Whether its list of files could not be read to the end. */
  fault: boolean;
  isEmpty: boolean;
}

export async function zipContents(bytes: RandomAccess): Promise<ZipContents> {
  const { entries, fault } = await listEntries(bytes);
  const files = entries.filter((entry) => !isFolder(entry));
  const folders = entries.filter(isFolder).map(({ filename }) => filename.slice(0, -1));
  const names = files.map(({ filename }) => filename);
  const findings = [
    ...entries.flatMap(entryFindings),
    ...nameFindings(names, folders),
    ...sumFindings(entries, bytes.size),
  ];
  if (fault === "tooMany") findings.unshift({ code: "tooLarge", path: entries.at(-1)!.filename });
  else if (fault === "damaged" && findings.length === 0) findings.push({ code: "zipDamaged", path: null });
  return { files: files.filter(isFile).map(bagFile), findings, fault: fault !== null, isEmpty: entries.length === 0 };
}

/** All entries that could be listed, and what is wrong with the list; one that could be read in two ways is damaged. */
async function listEntries(bytes: RandomAccess): Promise<{ entries: Entry[]; fault: "damaged" | "tooMany" | null }> {
  const entries: Entry[] = [];
  try {
    const reader = new ZipReader(new BoundedReader(bytes), READ_OPTIONS);
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.push(entry) > MAX_ENTRIES) return { entries, fault: "tooMany" };
    }
    // Programs that look for the end from behind would take the one in the comment.
    const endsTwice = String.fromCharCode(...reader.comment).includes(END_SIGNATURE);
    return { entries, fault: endsTwice ? "damaged" : null };
  } catch {
    return { entries, fault: "damaged" }; // whatever the reader met, it is a fault of the ZIP: nothing else was touched
  }
}

/** Refuses to read more at once than a fair list of files needs, so that a hostile ZIP cannot fill the memory. */
class BoundedReader extends Reader<RandomAccess> {
  readonly #bytes: RandomAccess;

  constructor(bytes: RandomAccess) {
    super(bytes);
    this.#bytes = bytes;
    this.size = bytes.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (length > MAX_READ_BYTES) throw new DamagedError("list of files too long");
    return this.#bytes.read(index, Math.min(length, this.size - index));
  }
}

/** What the last part of a ZIP begins with. */
const END_SIGNATURE = "PK\x05\x06";
const ZIP_START = "PK\x03\x04";
/** First line of an age file (age-encryption.org/v1), binary or armored. */
const AGE_START = "age-encryption.org/v1\n";
const AGE_ARMOR_START = "-----BEGIN AGE ENCRYPTED FILE-----";

async function begins(bytes: RandomAccess, start: string): Promise<boolean> {
  const found = await bytes.read(0, Math.min(start.length, bytes.size));
  return String.fromCharCode(...found) === start;
}

function isFolder(entry: Entry): boolean {
  return entry.directory && entry.filename.endsWith("/") && entry.uncompressedSize === 0;
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

/** What is wrong with one entry, before anything of it is read. */
function entryFindings(entry: Entry): Finding[] {
  const path = entry.filename;
  if (isFolder(entry)) return nameFindings([path.slice(0, -1)]);
  const other = otherName(entry);
  if (other !== null) return [{ code: "unsafeName", path: other }];
  if (entry.directory || !isRegular(entry)) return [{ code: "notAFile", path }];
  if (entry.encrypted || ![0, 8].includes(entry.compressionMethod)) return [{ code: "notReadable", path }];
  if (entry.uncompressedSize > MAX_PACKED_BYTES + entry.compressedSize * MAX_RATIO) return [{ code: "tooLarge", path }];
  return [];
}

/** Many files of a length that each may have can be more than a machine reads in its time. */
function sumFindings(entries: readonly Entry[], zipBytes: number): Finding[] {
  let left = MAX_UNPACKED_BYTES + zipBytes * MAX_RATIO;
  const beyond = entries.find(({ uncompressedSize }) => {
    left -= uncompressedSize;
    return left < 0;
  });
  return beyond === undefined ? [] : [{ code: "tooLarge", path: beyond.filename }];
}

/** Info-ZIP's field for a name in Unicode; some programs take that name and some the one in the header. */
const UNICODE_PATH = 0x7075;

/** The name in that field, where it is another. */
function otherName({ extraField, filename }: Entry): string | null {
  const field = extraField?.get(UNICODE_PATH)?.data;
  const name = field && new TextDecoder().decode(field.subarray(5)); // after version and check sum
  return name === undefined || name === filename ? null : name;
}

/** Neither a link nor a device, where the ZIP tells at all. */
function isRegular(entry: Entry): boolean {
  return [0, 0o100000].includes((entry.externalFileAttributes >>> 16) & 0o170000);
}

function bagFile(entry: FileEntry): BagFile {
  return {
    path: entry.filename,
    bytes: entry.uncompressedSize,
    async read(take) {
      let crc = 0;
      const taker: { error?: unknown } = {}; // the taker's own failure, to be told apart from faults of the ZIP
      const sink = new WritableStream<Uint8Array>({
        async write(piece) {
          try {
            crc = crc32(piece, crc);
            await take(piece);
            letGo(piece);
          } catch (error) {
            taker.error = error;
            throw error;
          }
        },
      });
      try {
        await entry.getData(sink, READ_OPTIONS);
      } catch (cause) {
        throw taker.error ?? new DamagedError("file cannot be unpacked", { cause });
      }
      if (crc !== entry.crc32) throw new DamagedError("wrong check sum");
    },
  };
}
