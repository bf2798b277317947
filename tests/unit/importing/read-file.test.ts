import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFile } from "@/src/importing/read-file";
import { IMPORT_LIMITS } from "@/src/model/from-elsewhere";
import { bytes, CHAT, MAIL, packed, photo } from "../../support/elsewhere";

const read = (content: Uint8Array<ArrayBuffer>, name = "file") => readFile(new Blob([content]), name);
const saidBy = async (content: Uint8Array<ArrayBuffer>, name?: string) =>
  Object.fromEntries((await read(content, name)).says.map(({ name: claim, value }) => [claim, value]));

describe("what a file is", () => {
  test.each<[string, Uint8Array<ArrayBuffer>, string, string]>([
    ["photo.jpg", photo(), "picture", "jpg"],
    ["a.heic", bytes("\0\0\0\x18ftypheic"), "picture", "heic"],
    ["a.mov", bytes("\0\0\0\x18ftypqt  "), "video", "mov"],
    ["a.mp4", bytes("\0\0\0\x18ftypisom"), "video", "mp4"],
    ["a.m4a", bytes("\0\0\0\x18ftypM4A "), "sound", "m4a"],
    ["a.opus", bytes("OggS"), "sound", "ogg"],
    ["a.pdf", bytes("%PDF-1.7"), "pdf", "pdf"],
    ["note.txt", bytes("Only words, 測試."), "text", "txt"],
    ["chat.txt", bytes(CHAT), "chat", "txt"],
    ["mail.eml", bytes(MAIL), "mail", "eml"],
    ["program.exe", bytes("MZ\0\x01"), "other", "bin"],
  ])("%s", async (name, content, form, ending) => {
    expect(await read(content, name)).toMatchObject({ form, ending });
  });

  test("is told by its bytes, whatever its name says", async () => {
    expect(await read(bytes("<script>alert(1)</script>"), "photo.jpg")).toMatchObject({
      form: "text",
      mime: "text/plain",
      ending: "txt",
    });
    expect(await read(bytes("MZ\0\x01"), "photo.jpg")).toMatchObject({
      form: "other",
      mime: "application/octet-stream",
    });
    expect(await read(bytes("Not a header"), "mail.eml")).toMatchObject({ form: "text" });
  });
});

describe("what it says of itself", () => {
  test("a photo: when it was taken and with what, word for word", async () => {
    expect(await read(photo(), "photo.jpg")).toMatchObject({
      says: [
        { name: "taken", value: "2026:11:02 14:05:09", source: "exif:DateTimeOriginal" },
        { name: "device", value: "Made-up Phone 3", source: "exif:Model" },
      ],
      text: null,
    });
  });

  test("a mail: its header, decoded, and its plain text; nothing of its HTML", async () => {
    const mail = await read(bytes(MAIL), "mail.eml");
    expect(await saidBy(bytes(MAIL), "mail.eml")).toEqual({
      from: "River <river@example.com>",
      to: "someone@example.org",
      date: "Mon, 2 Nov 2026 14:05:09 +0800",
      subject: "測試",
    });
    expect(mail.text?.trim()).toBe("The words of the mail.");
    expect(JSON.stringify(mail)).not.toContain("script");
  });

  test("a chat: who writes, how many messages, and the first and last time as it words them", async () => {
    expect(await saidBy(bytes(CHAT))).toEqual({
      people: "River, Harbour Walks",
      messages: "3",
      first: "02/11/2026, 14:05",
      last: "03/11/2026, 09:00",
    });
    expect((await read(bytes(CHAT))).text).toBe(CHAT);
  });

  test.each([
    ["iPhone", "[2026/11/2, 14:05:09] River: one\n[2026/11/2, 14:05:10] Kim: two\n"],
    [
      "with a mark before it",
      "\u200e[02.11.26, 2:05:09\u202fPM] River: one\n\u200e[02.11.26, 2:06:09\u202fPM] Kim: two\n",
    ],
    ["Chinese", "2026/11/2 下午2:05 - River: one\n2026/11/2 下午2:06 - Kim: two\n"],
  ])("a chat as it is written on %s", async (_, text) => {
    expect(await saidBy(bytes(text))).toMatchObject({ people: "River, Kim", messages: "2" });
  });

  test("a packed chat: the same, and how many files are in it", async () => {
    const zip = await packed({ "WhatsApp Chat with River.txt": CHAT, "IMG-20261103-WA0001.jpg": "x" });
    expect(await read(zip, "chat.zip")).toMatchObject({
      form: "chat",
      mime: "application/zip",
      ending: "zip",
      text: CHAT,
    });
    expect(await saidBy(zip)).toMatchObject({ messages: "3", inside: "2" });
  });

  test("a ZIP whose names lead elsewhere is taken in, and nothing in it is looked at", async () => {
    const zip = await packed({ "../chat.txt": CHAT });
    expect(await read(zip, "chat.zip")).toMatchObject({ form: "packed", says: [], text: null });
  });
});

describe("a damaged or hostile file", () => {
  const whole = [photo(), bytes(MAIL), bytes(CHAT)];

  test("says nothing or less, and is never refused for it", async () => {
    const zip = await packed({ "chat.txt": CHAT, "b.bin": "x".repeat(2000) });
    const damaged = fc
      .constantFrom(...whole, zip)
      .chain((file) =>
        fc.tuple(
          fc.nat(file.length),
          fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 12 }),
          fc.constantFrom("a.jpg", "a.eml", "a.txt", "a.zip"),
          fc.constant(file),
        ),
      );
    await fc.assert(
      fc.asyncProperty(damaged, async ([length, changes, name, file]) => {
        const spoiled = file.slice();
        for (const [at, value] of changes) spoiled[at] = value;
        const found = await read(spoiled.slice(0, length), name);
        expect(found.says.every(({ value }) => value.length <= IMPORT_LIMITS.value && value.isWellFormed())).toBe(true);
        expect(found.text === null || found.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("cannot make a record long, nor leave half of a letter in it", async () => {
    const name = "a".repeat(50_000);
    const mail = await read(bytes(`Subject: ${name}\nFrom: ${name}@example.com\n\n${"😀".repeat(60_000)}`), "a.eml");
    expect(mail.says.map(({ value }) => value.length)).toEqual(mail.says.map(() => expect.toSatisfy((n) => n <= 2000)));
    const odd = await read(bytes(`x${"😀".repeat(60_000)}`));
    expect(odd.text).toHaveLength(IMPORT_LIMITS.text - 1);
    expect(odd.text?.isWellFormed()).toBe(true);
  });

  test("takes no long time where every line looks like the beginning of a message", async () => {
    const lines = `${"1/1/1, ".repeat(60)}\n`.repeat(5_000);
    expect(await read(bytes(lines))).toMatchObject({ form: "text" });
  });
});
