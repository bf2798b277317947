import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makePackage } from "@/entrypoints/library/make-package";
import type { Append } from "@/entrypoints/library/world";
import { nextEntry } from "@/src/custody/chain";
import { isPlainName } from "@/src/manifest/paths";
import type { CustodyEntry } from "@/src/model/custody";
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import type { VaultReader } from "@/src/vault/read";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { twoExhibits } from "@/tests/support/bundle";
import { act, CASE_ID, fakeReader, madeUpLog } from "@/tests/support/exhibits";

const saved = vi.hoisted(() => ({ zip: null as Blob | null, name: "" }));
vi.mock("@/src/platform/browser", () => ({
  browser: { runtime: { getPlatformInfo: async () => ({ os: "linux", arch: "x86-64" }) } },
}));
vi.mock("@/src/capture/environment", () => ({ appVersion: () => "0.1.0+0123", browserName: async () => "Chromium" }));
vi.mock("@/src/platform/own-file", () => ({ ownFile: async () => new Response("<!doctype html>") }));
vi.mock("@/src/platform/save-file", () => ({
  saveStream: async (stream: ReadableStream<Uint8Array<ArrayBuffer>>, name: string) => {
    saved.zip = await new Response(stream).blob();
    saved.name = name;
  },
}));
vi.mock("@/entrypoints/library/world", () => ({}));

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-21T03:12:05.678Z") }));
afterEach(() => vi.useRealTimers());

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
  const make = (signal = new AbortController().signal) =>
    makePackage(reader, append, { items, withMarked: false, onProgress: () => {}, signal });
  const told = () => log.slice(2).map(({ event, detail }) => ({ event, ...detail }));
  return { make, told };
}

const NAME = "documents-20261121-031205";
const BEGUN = { event: "export", name: NAME, items: 2, outcome: "begun", exhibits: "1,2", marked: false };

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
