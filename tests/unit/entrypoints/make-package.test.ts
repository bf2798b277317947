import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makePackage } from "@/entrypoints/library/make-package";
import type { Append } from "@/entrypoints/library/world";
import { nextEntry } from "@/src/custody/chain";
import { isPlainName } from "@/src/manifest/paths";
import type { CustodyEntry } from "@/src/model/custody";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { SavePlace } from "@/src/platform/save-place";
import type { PackageRequest } from "@/src/ui/library/world";
import { openStream } from "@/src/vault/age-file";
import type { VaultReader } from "@/src/vault/read";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { twoExhibits } from "@/tests/support/bundle";
import { filesOf, textOf } from "@/tests/support/bundle-files";
import { act, CASE_ID, fakeReader, madeUpLog } from "@/tests/support/exhibits";

const saved = vi.hoisted(() => ({ zip: null as Blob | null, name: "" }));
vi.mock("@/src/platform/browser", () => ({
  browser: { runtime: { getPlatformInfo: async () => ({ os: "linux", arch: "x86-64" }) } },
}));
vi.mock("@/src/capture/environment", () => ({ appVersion: () => "0.1.0+0123", browserName: async () => "Chromium" }));
vi.mock("@/src/platform/save-place", () => ({
  savePlace: async (fileName: string): Promise<SavePlace> => ({
    fileName,
    isPlaced: false,
    save: async (stream) => {
      saved.zip = await new Response(stream).blob();
      saved.name = fileName;
    },
  }),
}));
vi.mock("@/src/platform/own-file", () => import("@/tests/support/own-file"));
vi.mock("@/entrypoints/library/world", () => ({}));

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-21T03:12:05.678Z") }));
afterEach(() => vi.useRealTimers());

const REQUEST: Omit<PackageRequest, "items" | "signal"> = {
  bytes: 0,
  receiver: null,
  language: "en",
  pictures: "full",
  withMarked: false,
  withWords: false,
  seal: { by: "nothing" },
  onProgress: () => {},
};

async function vault(changes: Partial<VaultReader> = {}) {
  const exhibits = await twoExhibits();
  const log: CustodyEntry[] = (await madeUpLog(exhibits)).slice(0, -1);
  const append: Append = async ({ act: what }) => {
    const entry = await nextEntry(log.at(-1), CASE_ID, act(what));
    log.push(entry);
    return entry;
  };
  const readableCustody = async () => log.filter(({ seq }) => seq !== 1);
  const reader: VaultReader = { ...fakeReader(exhibits), custody: async () => [...log], readableCustody, ...changes };
  const items = exhibits.map(
    ({ record: { id, exhibit } }) => ({ id: id as ExhibitId, exhibit, caseId: CASE_ID }) as ExhibitSummary,
  );
  const make = (signal = new AbortController().signal, changed: Partial<PackageRequest> = {}) =>
    makePackage(reader, append, { ...REQUEST, ...changed, items, signal });
  const told = () => log.slice(2).map(({ event, detail }) => ({ event, ...detail }));
  return { make, told };
}

const NAME = "documents-20261121-031205";
const BEGUN = {
  event: "export",
  name: NAME,
  items: 2,
  outcome: "begun",
  exhibits: "1,2",
  language: "en",
  marked: false,
  pictures: "full",
  words: false,
};

test("the log says that a package was begun, and its digest once it was made", async () => {
  const { make, told } = await vault();
  const { fileName, tagManifestSha256 } = await make();
  expect(fileName).toBe(`${NAME}.zip`);
  expect(isPlainName(NAME)).toBe(true);
  expect(told()).toEqual([BEGUN, { event: "digest", name: NAME }]);
  expect(await verifyBundle(saved.zip!)).toMatchObject({ intact: true, facts: { name: NAME, tagManifestSha256 } });
});

test("the log says that a package was stopped", async () => {
  const { make, told } = await vault();
  await expect(make(AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
  expect(told()).toEqual([BEGUN, { event: "export", name: NAME, items: 2, outcome: "stopped" }]);
});

test("the log says that making a package failed", async () => {
  const { make, told } = await vault({ file: () => Promise.reject(new Error("the disk is gone")) });
  await expect(make()).rejects.toThrow();
  expect(told()).toEqual([BEGUN, { event: "export", name: NAME, items: 2, outcome: "failed" }]);
});

/** A vault in which one file of the first item gives other bytes than were saved. */
async function damagedVault(changes: Partial<VaultReader> = {}) {
  const exhibits = await twoExhibits();
  const sound = fakeReader(exhibits);
  const [{ record }] = exhibits as [(typeof exhibits)[0]];
  const file: VaultReader["file"] = async (id, path) =>
    id === record.id && path === "original/page.dom.html.txt"
      ? (new Response("other bytes").body as ReadableStream<Uint8Array<ArrayBuffer>>)
      : sound.file(id, path);
  return vault({ file, ...changes });
}

test("a damaged item ends a package, and the reason is told", async () => {
  const { make } = await damagedVault();
  await expect(make()).rejects.toMatchObject({ code: "fileChanged", about: { exhibit: 1 } });
});

test("without what is damaged a package holds all that is intact, names what is missing, and is intact itself", async () => {
  const { make, told } = await damagedVault();
  const made = await make(undefined, { withoutDamaged: true });
  expect(made).toMatchObject({ damaged: 1, exhibits: { length: 1 } });
  expect(told()[0]).toEqual({ ...BEGUN, exhibits: "2", damaged: 1 });
  expect(await verifyBundle(saved.zip!)).toMatchObject({ intact: true, findings: [], facts: { exhibits: 1 } });
  const files = await filesOf(saved.zip!);
  const inside = [...files.keys()].filter((path) => path.startsWith("data/damaged/"));
  expect(inside.toSorted()).toEqual(["data/damaged/001/original/screen-000.png", "data/damaged/001/record.json"]);
  expect(textOf(files, "data/README.txt")).toContain("damaged.csv");
  const rows = textOf(files, "data/damaged.csv").trim().split("\r\n").slice(1);
  expect(rows.filter((row) => row.includes("damaged or gone"))).toHaveLength(1);
  expect(rows.find((row) => row.includes("damaged or gone"))).toContain("damaged/001/original/page.dom.html.txt");
});

test("an item of which not even the record can be read is named", async () => {
  const exhibits = await twoExhibits();
  const gone = exhibits[0]!.record.id;
  const { make } = await vault({
    summaries: async () => ({ summaries: [], damaged: [gone], waiting: 0 }),
  });
  await make(undefined, { withoutDamaged: true });
  expect(textOf(await filesOf(saved.zip!), "data/damaged.csv")).toContain('"","","","nothing of this item');
});

test("a log that cannot be read whole is handed over as far as it can be, and that is told", async () => {
  const { make } = await vault({ custody: () => Promise.reject(new VaultError("damaged")) });
  const made = await make();
  expect(made.logBrokenAt).not.toBeNull();
  expect(await verifyBundle(saved.zip!)).toMatchObject({ intact: false, findings: [{ code: "custodyBroken" }] });
});

test("an encrypted package is a bundle behind its passphrase, and the log says that it is encrypted", async () => {
  const { make, told } = await vault();
  const { fileName } = await make(undefined, { seal: { by: "words", passphrase: "abandon-ability" } });
  expect(fileName).toBe(`${NAME}.age`);
  expect(told()[0]).toEqual({ ...BEGUN, encrypted: true });
  expect(new TextDecoder().decode(await saved.zip!.slice(0, 21).arrayBuffer())).toBe("age-encryption.org/v1");
  const opened = await openStream(saved.zip!.stream(), "abandon-ability");
  expect(
    await verifyBundle(await new Response(opened as ReadableStream<Uint8Array<ArrayBuffer>>).blob()),
  ).toMatchObject({ intact: true });
}, 60_000);

test("the log says that pictures were left out, so that checking takes their absence for what it is", async () => {
  const { make, told } = await vault();
  await make(undefined, { pictures: "none", receiver: "helpline" });
  expect(told()[0]).toEqual({ ...BEGUN, pictures: "none" });
  expect(await verifyBundle(saved.zip!)).toMatchObject({ intact: true, facts: { leftOut: 4 } });
});
