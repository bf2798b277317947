/**
 * The BagIt conformance suite of the Library of Congress, read by the general BagIt part of the verifier. The suite uses
 * digests and versions that our own bundles do not; the rules here admit them, and nothing else differs.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { type BagRules, checkBagIt } from "@/src/verify/bagit";
import { openFolder } from "@/tools/folder-source";

const SUITE = fileURLToPath(new URL("../../../../shared/fixtures/bagit-conformance-suite.tar.gz", import.meta.url));
const present = existsSync(SUITE);
if (!present) console.log(`skipped: ${SUITE} is not there`);

const LENGTHS = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha512: 128 };

const GENERAL_RULES: BagRules = {
  versions: ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"],
  encodings: { "utf-8": "utf-8", "utf-16": "utf-16be", "iso-8859-1": "windows-1252" },
  algorithms: LENGTHS,
  required: [],
  mustBeListed: () => false,
  newDigester: () => {
    const hashes = Object.keys(LENGTHS).map((name) => ({ name, hash: createHash(name) }));
    return {
      update: (piece) => {
        for (const { hash } of hashes) hash.update(piece);
      },
      finish: () => Object.fromEntries(hashes.map(({ name, hash }) => [name, hash.digest("hex")])),
    };
  },
};

/** Bags of the kind "warning" are valid with something to warn of. Where we refuse one, this is why. */
const STRICTER_THAN_WARNING: Record<string, string> = {
  "duplicate-file-with-different-case": "two listed names are one file on some systems",
  "made-with-md5sum-tools": "a name beginning with * cannot be written on some systems",
  "same-filename-listed-twice-with-different-normalization": "two listed names are one file on some systems",
  "same-filename-listed-twice-with-the-same-hash": "BagIt 1.0 forbids it",
  "special-system-files": "a listed file is not there",
};

interface Bag {
  name: string;
  folder: string;
  kind: string;
}

const temporary = present ? mkdtempSync(join(tmpdir(), "bagit-suite-")) : null;
afterAll(() => temporary !== null && rmSync(temporary, { recursive: true }));

function allBags(): Bag[] {
  if (temporary === null) return [];
  execFileSync("tar", ["xzf", SUITE, "-C", temporary]);
  const folders = (path: string) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders(temporary).flatMap(({ name: version }) =>
    folders(join(temporary, version)).flatMap(({ name: kind }) =>
      folders(join(temporary, version, kind)).map(({ name }) => ({
        name,
        kind,
        folder: join(temporary, version, kind, name),
      })),
    ),
  );
}

/** Codes of what is found; `noBag` where there is no `bagit.txt`. */
async function findingsIn({ folder }: Bag): Promise<string[]> {
  const source = await openFolder(folder);
  if (source === null) return ["noBag"];
  const { findings } = await checkBagIt(source, GENERAL_RULES, {});
  return [...source.findings, ...findings].map(({ code }) => code);
}

describe.skipIf(!present)("of the BagIt conformance suite", () => {
  const bags = allBags();
  const ofKind = (...kinds: string[]) => bags.filter(({ kind }) => kinds.includes(kind));

  test("all bags are here", () => {
    const counts = Object.groupBy(bags, ({ kind }) => kind);
    const lengths = Object.fromEntries(Object.entries(counts).map(([kind, found]) => [kind, found!.length]));
    expect(lengths).toEqual({ valid: 27, invalid: 15, warning: 6, "linux-only": 6, "windows-only": 6 });
  });

  test.each(ofKind("valid"))("the valid bag $folder is accepted", async (bag) => {
    expect(await findingsIn(bag)).toEqual([]);
  });

  test.each(ofKind("invalid", "linux-only", "windows-only"))(
    "the invalid bag $folder is refused, on every system",
    async (bag) => {
      expect(await findingsIn(bag)).not.toEqual([]);
    },
  );

  test.each(ofKind("warning"))("the doubtful bag $folder is refused for a named reason, or accepted", async (bag) => {
    const refused = (await findingsIn(bag)).length > 0;
    expect(refused).toBe(bag.name in STRICTER_THAN_WARNING);
  });
});
