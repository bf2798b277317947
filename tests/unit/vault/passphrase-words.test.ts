import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from "age-encryption";
import { expect, test } from "vitest";
import { mistakeInKeys, openStream, sealStream } from "@/src/vault/age-file";
import { newPassphrase } from "@/src/vault/passphrase-words";
import { ageWithKey, ageWithPassphrase, hasAge } from "@/tests/support/age-tool";

test("a made passphrase has six words, and is another one each time", () => {
  const made = Array.from({ length: 200 }, newPassphrase);
  expect(made.every((words) => /^[a-z]{3,8}(-[a-z]{3,8}){5}$/.test(words))).toBe(true);
  expect(new Set(made).size).toBe(200);
});

const plain = () => new Blob(["a package"]).stream();
const textOf = (stream: ReadableStream<Uint8Array>) =>
  new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).text();

test.each([
  ["keys", generateX25519Identity],
  ["keys that hold against future computers", generateHybridIdentity],
])("each of several %s opens the file", async (_kind, generate) => {
  const identities = [await generate(), await generate()];
  const keys = await Promise.all(identities.map(identityToRecipient));
  expect(mistakeInKeys(keys.join("\n"))).toBeNull();
  const sealed = await sealStream(plain(), { recipient: ` ${keys.join("\n")}\n` });
  const copies = sealed.tee();
  for (const [at, identity] of identities.entries())
    expect(await textOf(await openStream(copies[at]!, identity))).toBe("a package");
});

test("what is no key, and keys of two kinds, are told apart from what will do", async () => {
  const [classic, hybrid] = await Promise.all(
    [generateX25519Identity, generateHybridIdentity].map(async (generate) => identityToRecipient(await generate())),
  );
  expect(mistakeInKeys("")).toBe("mistypedKey");
  expect(mistakeInKeys(`${classic!.slice(0, -1)}x`)).toBe("mistypedKey");
  expect(mistakeInKeys(await generateX25519Identity())).toBe("mistypedKey");
  expect(mistakeInKeys(`${classic} ${hybrid}`)).toBe("mixedKeys");
  await expect(sealStream(plain(), { recipient: `${classic} ${hybrid}` })).rejects.toMatchObject({
    code: "mistypedKey",
  });
});

async function onDisk(sealed: ReadableStream<Uint8Array>): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "sealed-")), "documents.age");
  writeFileSync(path, await new Response(sealed as ReadableStream<Uint8Array<ArrayBuffer>>).bytes());
  return path;
}

test.skipIf(!hasAge)(
  "the program age opens what was sealed to several keys, and what has a made passphrase",
  async () => {
    const identities = [await generateX25519Identity(), await generateX25519Identity()];
    const keys = await Promise.all(identities.map(identityToRecipient));
    const toKeys = await onDisk(await sealStream(plain(), { recipient: keys.join("\n") }));
    for (const identity of identities) expect(readFileSync(ageWithKey(toKeys, identity), "utf8")).toBe("a package");
    const passphrase = newPassphrase();
    const toWords = await onDisk(await sealStream(plain(), { passphrase }));
    expect(readFileSync(ageWithPassphrase(toWords, passphrase), "utf8")).toBe("a package");
  },
  60_000,
);
