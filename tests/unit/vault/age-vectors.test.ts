/**
 * The age format's own test vectors (tests/fixtures/age), opened as packages and copies are. Each says what must come of it;
 * here “refused” is one thing or the other: nothing was opened, or the stream broke before its end.
 */
import { readdirSync, readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import { openStream } from "@/src/vault/age-file";

const FOLDER = "tests/fixtures/age/vectors";
const NAMES = readdirSync(FOLDER).filter((name) => !name.startsWith("."));

interface Vector {
  expected: string;
  payload: string | undefined;
  /** What is typed, and the key that is tried besides. */
  keys: [secret: string, own: string | null];
  file: Uint8Array<ArrayBuffer>;
}

function vector(name: string): Vector {
  const bytes = readFileSync(`${FOLDER}/${name}`);
  const end = bytes.indexOf("\n\n");
  const lines = bytes.subarray(0, end).toString().split("\n");
  const said = (key: string) =>
    lines.flatMap((line) => (line.startsWith(`${key}: `) ? line.slice(key.length + 2) : []));
  const rest = bytes.subarray(end + 2);
  const [typed = "none", own = null] = [...said("passphrase"), ...said("identity")];
  return {
    expected: said("expect")[0]!,
    payload: said("payload")[0],
    keys: [typed, own?.startsWith("AGE-SECRET-KEY-") ? own : null],
    file: new Uint8Array(said("compressed").length > 0 ? inflateSync(rest) : rest),
  };
}

/** SHA-256 of what was opened; the code of the failure, or “broken” where the stream fails after it was opened. */
async function outcome({ file, keys }: Vector, pieceBytes = 64 * 1024): Promise<string> {
  try {
    const opened = await openStream(inPieces(file, pieceBytes), ...keys);
    const bytes = await new Response(opened as ReadableStream<Uint8Array<ArrayBuffer>>).bytes().catch(() => null);
    return bytes === null ? "broken" : await sha256(bytes as Uint8Array<ArrayBuffer>);
  } catch (error) {
    if (error instanceof VaultError) return error.code;
    throw error;
  }
}

function inPieces(file: Uint8Array<ArrayBuffer>, bytes: number): ReadableStream<Uint8Array> {
  const starts = Array.from({ length: Math.ceil(file.length / bytes) }, (_, place) => place * bytes);
  const pieces = starts.map((start) => file.slice(start, start + bytes));
  return new ReadableStream({
    pull(out) {
      const piece = pieces.shift();
      if (piece) out.enqueue(piece);
      else out.close();
    },
  });
}

/** What an expectation of theirs is with us: what is no right age file is no copy. */
const REFUSED: Record<string, string[]> = {
  "no match": ["wrongPassphrase"],
  "HMAC failure": ["notACopy"],
  "header failure": ["notACopy"],
  "payload failure": ["broken"],
  "armor failure": ["notACopy", "broken"],
};

const mayCome = ({ expected, payload }: Vector): string[] => (expected === "success" ? [payload!] : REFUSED[expected]!);

test("the vectors are there: 26 that open, and 117 that must not", () => {
  const opening = NAMES.filter((name) => vector(name).expected === "success");
  expect([NAMES.length, opening.length]).toEqual([143, 26]);
});

test.each(NAMES)("%s", async (name) => {
  const read = vector(name);
  expect(mayCome(read)).toContain(await outcome(read));
});

test.each(NAMES.filter((name) => name.startsWith("armor")))(
  "%s, when it comes in pieces of seven bytes",
  async (name) => {
    const read = vector(name);
    expect(mayCome(read)).toContain(await outcome(read, 7));
  },
);
