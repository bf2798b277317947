import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { receiveWorld as world } from "@/entrypoints/library/receive";
import { checkLog } from "@/src/custody/check";
import { type BundleOptions, bundle } from "@/src/export/bundle";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import { insideOf } from "@/src/model/hand-over";
import type { UtcInstant } from "@/src/model/instant";
import { NO_REMARKS } from "@/src/model/remarks";
import { sealStream } from "@/src/vault/age-file";
import { chooseCase } from "@/src/vault/case-choice";
import { addCorrection } from "@/src/vault/corrections";
import { deleteExhibit } from "@/src/vault/delete";
import { checkFixity } from "@/src/vault/fixity";
import { changePassphrase } from "@/src/vault/lock";
import { putNote } from "@/src/vault/notes";
import { type OpenVault, openReader, openVault } from "@/src/vault/open";
import { putRemarks } from "@/src/vault/remarks";
import { appendAct } from "@/src/vault/seal";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { BUNDLE_NAME, bundleOptions, collect } from "@/tests/support/bundle";
import { filesOf, flip, zipOf } from "@/tests/support/bundle-files";
import { madeUpExhibit } from "@/tests/support/exhibits";
import { ACT, draft, newProfile, rowCounts, seal } from "@/tests/support/vaults";
import { IN_ENGLISH } from "@/tools/papers";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 })); // keys.test.ts uses the true one
vi.mock("@/src/capture/environment", () => ({ appVersion: () => "0.1.0+0123" }));

const PASSPHRASE = "heather anchor plural 62 copper";
const EMPTY = { exhibits: 0, drafts: 0, chunks: 0, custody: 0, cases: 0 };

/** Whose browser is in use: each has a profile of its own. */
let vault: OpenVault;
const profiles = new Map<string, IDBFactory>();
async function use(who: "friend" | "survivor"): Promise<void> {
  const known = profiles.get(who);
  newProfile();
  if (known) globalThis.indexedDB = known;
  profiles.set(who, globalThis.indexedDB);
  vault = await openVault();
}
beforeEach(async () => {
  profiles.clear();
  await use("friend");
});

/** As “Hand over” makes it, of everything in the case. */
async function packageOf(caseId: CaseId, changes: Partial<BundleOptions> = {}): Promise<File> {
  const reader = await openReader();
  const { summaries } = await reader.summaries();
  const exhibits = summaries.filter((item) => item.caseId === caseId);
  const numbers = exhibits.map(({ exhibit }) => exhibit).join(",");
  const detail = {
    name: BUNDLE_NAME,
    items: exhibits.length,
    outcome: "begun",
    exhibits: numbers,
    ...(changes.pictures && { pictures: insideOf(changes.pictures) }),
    ...(changes.withWords !== undefined && { words: changes.withWords }),
  };
  const begun = await appendAct(vault, caseId, { ...ACT, event: "export", item: null, digest: null, detail });
  const options = {
    reader,
    exhibits: exhibits.map(({ id }) => id),
    caseId,
    custody: (await reader.custody(caseId)).slice(0, begun.seq + 1),
    name: BUNDLE_NAME,
    software: "Tidemark 0.1.0",
    now: ACT.utc,
    environment: { browser: "Chromium 156", os: "Linux", extVersion: "0.1.0", extBuildHash: "0".repeat(64) },
    papers: IN_ENGLISH,
    ...changes,
  };
  return asFile((await collect(bundle(options))).zip);
}

const asFile = (zip: Blob, name = `${BUNDLE_NAME}.zip`) => new File([zip], name);
const going = () => ({ onProgress: () => {}, signal: new AbortController().signal });
const open = (file: File, secret = "") => world.open({ file, secret, ...going() });

/** Opens it and takes in what is not here. @returns How many items were not here, and how many were. */
async function takeIn(file: File, secret = "") {
  const opened = await open(file, secret);
  await opened.add(going());
  await opened.close();
  return opened.items;
}

async function kept(caseId: CaseId) {
  const reader = await openReader();
  const { summaries } = await reader.summaries();
  const items = summaries.filter((item) => item.caseId === caseId);
  const records = await Promise.all(items.map(({ id }) => reader.record(id)));
  const corrections = await Promise.all(items.map(({ id }) => reader.corrections(id)));
  return { items, records, corrections, log: await reader.custody(caseId) };
}

const isSound = async () => (await checkFixity(await openReader())).findings;

describe("a package from a friend", () => {
  test("comes in as a case of its own: same items and numbers, its log as it was and going on", async () => {
    const [, two, three] = [await seal(vault), await seal(vault), await seal(vault)];
    await addCorrection(vault, { item: three!.id, fact: "handle", value: "made.up.1" }, ACT);
    await deleteExhibit(vault, two!.id, ACT);
    const { caseId } = three!;
    const file = await packageOf(caseId);
    const theirs = await kept(caseId);

    await use("survivor");
    const own = await seal(vault);
    expect(await takeIn(file)).toEqual({ fresh: 2, known: 0, lacking: 0 });
    const ours = await kept(caseId);
    expect(ours.items.map(({ exhibit }) => exhibit)).toEqual([3, 1]);
    expect(ours.records).toEqual(theirs.records);
    expect(ours.corrections).toEqual(theirs.corrections);
    expect(ours.log.slice(0, -1)).toEqual(theirs.log);
    expect(ours.log.at(-1)).toMatchObject({
      event: "import",
      digest: expect.stringMatching(/^sha256:/),
      detail: { about: "package", name: BUNDLE_NAME, items: 2, lastSeq: theirs.log.length - 1 },
    });
    expect(await checkLog(ours.log, caseId)).toMatchObject({ ok: true });
    expect(await isSound()).toEqual([]);
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, exhibits: 3, cases: 2 });
    expect((await kept(own.caseId)).log).toHaveLength(1); // the own case is as it was, and goes on
    expect((await seal(vault)).exhibit).toBe(2);
    expect(await verifyBundle(await packageOf(caseId))).toMatchObject({ intact: true, findings: [] });
  });

  test("is shown before anything comes in, and leaves nothing when it is put away", async () => {
    const { caseId } = await seal(vault);
    const file = await packageOf(caseId);
    await use("survivor");
    const opened = await open(file);
    expect(opened).toMatchObject({
      verdict: { kind: "checked", intact: true },
      items: { fresh: 1, known: 0, lacking: 0 },
    });
    await opened.close();
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });

  test("that comes a second time is not doubled, and nothing is written", async () => {
    const { caseId } = await seal(vault);
    const file = await packageOf(caseId);
    await use("survivor");
    await takeIn(file);
    const before = await rowCounts(vault);
    expect(await takeIn(file)).toEqual({ fresh: 0, known: 1, lacking: 0 });
    expect(await rowCounts(vault)).toEqual(before);
  });

  test("with more of the same case adds what is new, and the log tells what theirs told, once", async () => {
    const one = await seal(vault);
    const { caseId } = one;
    const first = await packageOf(caseId);
    const two = await seal(vault);
    await addCorrection(vault, { item: two.id, fact: "handle", value: "made.up.2" }, ACT);
    const second = await packageOf(caseId);
    await seal(vault);
    const third = await packageOf(caseId);
    const theirs = await kept(caseId);

    await use("survivor");
    await takeIn(first);
    expect(await takeIn(second)).toEqual({ fresh: 1, known: 1, lacking: 0 });
    expect(await takeIn(third)).toEqual({ fresh: 1, known: 2, lacking: 0 });
    const ours = await kept(caseId);
    expect(ours.records).toEqual(theirs.records);
    expect(ours.corrections).toEqual(theirs.corrections);
    expect(await checkLog(ours.log, caseId)).toMatchObject({ ok: true });
    const lines = ours.log.flatMap(({ detail }) =>
      detail.about === "package-log" ? [JSON.parse(String(detail.line))] : [],
    );
    const begun = ours.log.findIndex(({ event }) => event === "import");
    expect([...ours.log.slice(0, begun), ...lines]).toEqual(theirs.log);
    expect(await isSound()).toEqual([]);
    expect(await verifyBundle(await packageOf(caseId))).toMatchObject({ intact: true, findings: [] });
  });

  test("whose maker also wrote notes does not make them look lost", async () => {
    const { id, caseId } = await seal(vault);
    const body = { name: "Harbour", role: "friend", agreed: "yes" } as const;
    await putNote(vault, { caseId, kind: "case", body, replaces: null }, ACT);
    await putRemarks(
      vault,
      { item: id, remarks: { ...NO_REMARKS, significance: "seen by many" }, replaces: null },
      ACT,
    );
    const file = await packageOf(caseId);
    await use("survivor");
    await takeIn(file);
    expect(await isSound()).toEqual([]);
  });

  test("is not what new items are saved into: its maker goes on giving numbers", async () => {
    const { caseId } = await seal(vault);
    const file = await packageOf(caseId);
    await use("survivor");
    await takeIn(file);
    await expect(chooseCase(vault, caseId)).rejects.toMatchObject({ code: "notFound" });
    expect((await seal(vault)).caseId).not.toBe(caseId);
  });
});

describe("items of which pictures were left out", () => {
  test("stay out, the others come in; and come in later with a package that has everything", async () => {
    const { caseId } = await seal(vault);
    await seal(vault, { record: draft({ pictures: "covered" }) });
    const file = await packageOf(caseId, { pictures: "covered" });
    const whole = await packageOf(caseId);
    await use("survivor");
    expect(await takeIn(file)).toEqual({ fresh: 1, known: 0, lacking: 1 });
    expect((await kept(caseId)).items.map(({ exhibit }) => exhibit)).toEqual([2]);
    expect(await isSound()).toEqual([]);
    expect(await takeIn(whole)).toEqual({ fresh: 1, known: 1, lacking: 0 });
    expect((await kept(caseId)).items.map(({ exhibit }) => exhibit)).toEqual([2, 1]);
    expect(await isSound()).toEqual([]);
  });

  test("where they are all there is, nothing comes in", async () => {
    const { caseId } = await seal(vault);
    const file = await packageOf(caseId, { pictures: "none" });
    await use("survivor");
    expect(await takeIn(file)).toEqual({ fresh: 0, known: 0, lacking: 1 });
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });
});

test("an item of which the sender's words were left out stays out, and comes in with them", async () => {
  const { id, caseId } = await seal(vault);
  await addCorrection(vault, { item: id, fact: "originalPlace", value: "In a drawer" }, ACT);
  const part = await packageOf(caseId, { withWords: false });
  const whole = await packageOf(caseId);
  await use("survivor");
  expect(await takeIn(part)).toEqual({ fresh: 0, known: 0, lacking: 1 });
  expect(await rowCounts(vault)).toMatchObject(EMPTY);
  expect(await takeIn(whole)).toEqual({ fresh: 1, known: 0, lacking: 0 });
  expect((await kept(caseId)).corrections).toMatchObject([[{ value: "In a drawer" }]]);
  expect(await isSound()).toEqual([]);
});

describe("one's own package", () => {
  test("is known whole where it was made", async () => {
    const { caseId } = await seal(vault);
    expect(await takeIn(await packageOf(caseId))).toEqual({ fresh: 0, known: 1, lacking: 0 });
  });

  test("brings back an item that was deleted since, under its number", async () => {
    const [one, two] = [await seal(vault), await seal(vault)];
    const file = await packageOf(one.caseId);
    await deleteExhibit(vault, two.id, ACT);
    expect(await takeIn(file)).toEqual({ fresh: 1, known: 1, lacking: 0 });
    const { items, log } = await kept(one.caseId);
    expect(items.map(({ exhibit }) => exhibit)).toEqual([2, 1]);
    expect(log.slice(-2).map(({ event, item }) => [event, item])).toEqual([
      ["import", two.id],
      ["import", null],
    ]);
    expect(await isSound()).toEqual([]);
    expect((await seal(vault)).exhibit).toBe(3);
  });
});

describe("an encrypted package", () => {
  async function encrypted(sealedFor: Parameters<typeof sealStream>[1]): Promise<{ file: File; caseId: CaseId }> {
    const { caseId } = await seal(vault);
    const sealed = await sealStream((await packageOf(caseId)).stream(), sealedFor);
    const blob = await new Response(sealed as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
    return { file: asFile(blob, `${BUNDLE_NAME}.zip.age`), caseId };
  }

  test("opens with its passphrase", async () => {
    const { file } = await encrypted({ passphrase: PASSPHRASE });
    await use("survivor");
    expect(await takeIn(file, PASSPHRASE)).toEqual({ fresh: 1, known: 0, lacking: 0 });
    expect(await rowCounts(vault)).toMatchObject({ drafts: 0, exhibits: 1 });
  });

  test("opens with the key that was given to the sender, also after a passphrase was set", async () => {
    await use("survivor");
    const recipient = await world.key();
    expect(await world.key()).toBe(recipient);
    await use("friend");
    const { file } = await encrypted({ recipient });
    await use("survivor");
    await changePassphrase(vault, null, PASSPHRASE);
    expect(await world.key()).toBe(recipient);
    expect(await takeIn(file)).toEqual({ fresh: 1, known: 0, lacking: 0 });
  });

  test.each([
    ["another passphrase was typed", { passphrase: PASSPHRASE }, "not it", "sealedForOthers"],
    ["no passphrase was typed", { passphrase: PASSPHRASE }, "", "sealedForOthers"],
    ["it is for somebody else", null, "", "sealedForOthers"],
    ["the key has a typing mistake", { passphrase: PASSPHRASE }, "AGE-SECRET-KEY-1QQQ", "mistypedKey"],
  ])("is refused where %s, and leaves nothing", async (_, sealedFor, secret, code) => {
    const other = { recipient: await identityToRecipient(await generateX25519Identity()) };
    const { file } = await encrypted(sealedFor ?? other);
    await use("survivor");
    await world.key();
    await expect(open(file, secret)).rejects.toMatchObject({ code });
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });

  test("that was cut off is refused, and leaves nothing", async () => {
    const { file } = await encrypted({ passphrase: PASSPHRASE });
    await use("survivor");
    await expect(open(asFile(file.slice(0, -20)), PASSPHRASE)).rejects.toMatchObject({ code: "notAPackage" });
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });
});

describe("what is refused, and leaves nothing:", () => {
  test("a package that is not intact; what differs is named", async () => {
    const { caseId } = await seal(vault);
    const files = await filesOf(await packageOf(caseId));
    flip(files, "data/exhibits/001/record.json", 5);
    await use("survivor");
    const opened = await open(asFile(zipOf(files)));
    expect(opened).toMatchObject({ verdict: { kind: "checked", intact: false }, items: null });
    await expect(opened.add(going())).rejects.toMatchObject({ code: "notAPackage" });
    await opened.close();
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });

  test.each([
    ["a file that is no ZIP", new Blob(["a holiday picture"]), "notAZip"],
    ["nothing", new Blob([]), "notAZip"],
  ])("%s", async (_, blob, reason) => {
    await use("survivor");
    const opened = await open(asFile(blob));
    expect(opened).toMatchObject({ verdict: { kind: "notABundle", reason }, items: null });
    await opened.close();
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });

  test.each([
    ["an item that is here with other content", {}],
    ["an item with the number of another", { id: "00000000-0000-4000-8000-000000000009" as ExhibitId }],
  ])("one that is intact and has %s", async (_, change) => {
    const one = await madeUpExhibit(1);
    const other = await madeUpExhibit(1, { "original/page.dom.html.txt": "another page" });
    Object.assign(other.record, change);
    const [good, forged] = await Promise.all(
      [one, other].map(async (each) => collect(bundle(await bundleOptions([each])))),
    );
    expect(await verifyBundle(forged!.zip)).toMatchObject({ intact: true });
    await use("survivor");
    await takeIn(asFile(good!.zip));
    const before = await rowCounts(vault);
    await expect(open(asFile(forged!.zip))).rejects.toMatchObject({ code: "itemDiffers" });
    expect(await rowCounts(vault)).toEqual(before);
  });

  test.each([
    ["a clock a billion years from UTC", { offsetMin: 1e20 }],
    ["a zone with a name without end", { tz: "Mars/".repeat(50) }],
    ["a day that no calendar has", { endUtc: "2026-02-31T00:00:00.000Z" as UtcInstant }],
  ])("a package whose record tells of %s", async (_, strange) => {
    const record = draft();
    const { caseId } = await seal(vault, { record: { ...record, captured: { ...record.captured, ...strange } } });
    const file = await packageOf(caseId);
    await use("survivor");
    await expect(open(file)).rejects.toMatchObject({ code: "notAPackage" });
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });

  test("one that was stopped half-way", async () => {
    const { caseId } = await seal(vault);
    const file = await packageOf(caseId);
    await use("survivor");
    const opened = await open(file);
    const stop = new AbortController();
    const adding = opened.add({ onProgress: () => stop.abort(), signal: stop.signal });
    await expect(adding).rejects.toMatchObject({ code: "cancelled" });
    await opened.close();
    expect(await rowCounts(vault)).toMatchObject(EMPTY);
  });
});
