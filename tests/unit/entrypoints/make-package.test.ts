import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makePackage } from "@/entrypoints/library/make-package";
import type { Append } from "@/entrypoints/library/world";
import { nextEntry } from "@/src/custody/chain";
import { isPlainName } from "@/src/manifest/paths";
import type { CustodyEntry } from "@/src/model/custody";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { SavePlace } from "@/src/platform/save-place";
import type { PackageRequest } from "@/src/ui/library/world";
import { openStream } from "@/src/vault/age-file";
import type { VaultReader } from "@/src/vault/read";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { twoExhibits } from "@/tests/support/bundle";
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
vi.mock("@/src/platform/own-file", () => ({ ownFile: async () => new Response("<!doctype html>") }));
vi.mock("@/entrypoints/library/world", () => ({}));

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-21T03:12:05.678Z") }));
afterEach(() => vi.useRealTimers());

const REQUEST: Omit<PackageRequest, "items" | "signal"> = {
  bytes: 0,
  receiver: null,
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
  const reader: VaultReader = { ...fakeReader(exhibits), custody: async () => [...log], ...changes };
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
  marked: false,
  pictures: "full",
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
