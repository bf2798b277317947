import { beforeEach, describe, expect, test, vi } from "vitest";
import { writeIncoming } from "@/src/vault/incoming";
import type { OpenVault } from "@/src/vault/open";
import { bytesOf, CONTENTS, newVault, rowCounts, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});

/** Seals an exhibit, and takes it in elsewhere; each file comes as `change` makes it, in two pieces. */
async function takeIn(change: (path: string, bytes: Uint8Array) => Uint8Array): Promise<void> {
  const record = await seal(vault);
  vault = await newVault();
  const read = async (path: string, take: (piece: Uint8Array) => Promise<void>) => {
    const bytes = change(path, bytesOf(CONTENTS[path]!));
    const piece = bytes.slice(0, 10);
    await take(piece);
    piece.fill(0); // whoever gave it uses it again
    await take(bytes.slice(10));
  };
  await writeIncoming(vault, { record, corrections: [], remarks: null, read }, {});
}

describe.each(Object.keys(CONTENTS))("of an exhibit that comes in, %s", (file) => {
  test.each([
    ["changed", (bytes: Uint8Array) => bytes.with(3, bytes[3]! ^ 1)],
    ["cut", (bytes: Uint8Array) => bytes.slice(0, -1)],
    ["made longer", (bytes: Uint8Array) => new Uint8Array([...bytes.slice(0, 20), 0, ...bytes.slice(20)])],
  ])("is refused where it was %s", async (_, spoil) => {
    const taking = takeIn((path, bytes) => (path === file ? spoil(bytes) : bytes));
    await expect(taking).rejects.toMatchObject({ code: "damaged" });
  });
});

test("an exhibit that comes in is stored where every file is as its record says", async () => {
  await takeIn((_, bytes) => bytes);
  expect(await rowCounts(vault)).toMatchObject({ exhibits: 1, drafts: 1, chunks: 4 });
});
