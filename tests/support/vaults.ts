/** A vault on an IndexedDB in memory, and drafts to seal into it. */
import { MADE_UP_ENV } from "@/tools/made-up-env";
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import type { CustodyAct } from "@/src/model/custody";
import {
  type ExhibitRecord,
  type PageDraft,
  type PageRecord,
  RECORD_SCHEMA,
  type RecordDraft,
  type UnnumberedRecord,
} from "@/src/model/exhibit";
import type { FileAbout } from "@/src/model/exhibit-files";
import type { UtcInstant } from "@/src/model/instant";
import { emptyFacts } from "@/src/model/page-facts";
import { type OpenVault, openVault } from "@/src/vault/open";
import { readOpenIdentity } from "@/src/vault/open-identity";
import { ExhibitWriter } from "@/src/vault/seal";
import { fake } from "./fake-browser";

export const ACT: Omit<CustodyAct, "event" | "item" | "digest" | "detail"> = {
  utc: "2026-11-21T01:02:03.456Z" as UtcInstant,
  tz: "Asia/Hong_Kong",
  actor: "unstated",
  app: "0.1.0+made-up",
};

/** Throws away everything that was stored: a new profile. */
export function newProfile(): void {
  globalThis.indexedDB = new IDBFactory();
  fake.reset();
}

/** The vault of a profile in which nothing was kept. */
export async function newVault(): Promise<OpenVault> {
  newProfile();
  return openVault();
}

export function draft(some: Partial<PageDraft> = {}): PageDraft {
  const url = "https://example.com/posts/1";
  return {
    schema: RECORD_SCHEMA,
    kind: "post",
    pictures: "as shown",
    url: { browser: url, canonical: null, frames: [] },
    page: { title: "A post", lang: "en" },
    poster: null,
    forwarder: null,
    postedAt: null,
    facts: { ...emptyFacts(url, "web"), title: "A post", handle: "made.up" },
    captured: {
      startUtc: "2026-11-21T01:02:03.456Z" as UtcInstant,
      endUtc: "2026-11-21T01:02:09.001Z" as UtcInstant,
      offsetMin: 480,
      tz: "Asia/Hong_Kong",
      monotonicMs: 5545,
    },
    by: { role: "unstated" },
    env: { ...MADE_UP_ENV, browser: "Fakefox 1.2", os: "linux x86-64" },
    actions: [{ act: "move-root" }, { act: "restore" }],
    picture: {
      method: "photograph",
      file: "derived/stitched.png",
      widthPx: 1280,
      heightPx: 4000,
      tiles: 6,
      complete: true,
    },
    seams: [],
    missing: [],
    ...some,
  };
}

export type Contents = Record<string, Uint8Array<ArrayBuffer> | string>;

export const bytesOf = (content: Uint8Array<ArrayBuffer> | string): Uint8Array<ArrayBuffer> =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

export const aboutOf = (path: string): FileAbout => ({
  path,
  role: path.startsWith("derived/") ? "derived" : "original",
  mime: path.endsWith(".txt") ? "text/html" : "image/png",
});

/** A page's HTML, which lies gzipped, and a picture, which does not. */
export const CONTENTS: Contents = {
  "original/page.dom.html.txt": "<!doctype html><p>A post</p>\n",
  "derived/stitched.png": Uint8Array.from({ length: 300 }, (_, n) => (n * 7) % 256),
};

export async function writeFiles(writer: ExhibitWriter, contents: Contents = CONTENTS): Promise<void> {
  for (const [path, content] of Object.entries(contents)) {
    const file = writer.file(aboutOf(path));
    await file.write(bytesOf(content));
    await file.close();
  }
}

/** One exhibit, from the first byte to the seal. */
export async function seal(
  vault: OpenVault,
  { contents = CONTENTS, record = draft() }: { contents?: Contents; record?: RecordDraft } = {},
  caseId = vault.defaultCase,
): Promise<PageRecord> {
  const writer = await ExhibitWriter.begin(vault);
  await writeFiles(writer, contents);
  return numbered(await writer.seal(caseId, record, ACT)) as PageRecord;
}

export function numbered(record: ExhibitRecord | UnnumberedRecord): ExhibitRecord {
  if (!("exhibit" in record)) throw new Error("the exhibit waits for its number");
  return record;
}

/** The identity of a vault without a passphrase. */
export async function openIdentityOf({ db }: OpenVault): Promise<string> {
  return readOpenIdentity(db.name);
}

/** The background was stopped and starts again, in the same browser session or in a new one. */
export async function reopen(vault: OpenVault, session: "same session" | "new session"): Promise<OpenVault> {
  vault.db.close();
  if (session === "new session") fake.session.restart();
  return openVault();
}

export async function readAll(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function rowCounts(vault: OpenVault): Promise<Record<string, number>> {
  const names = [...vault.db.objectStoreNames];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await vault.db.count(name)])));
}

/** Every text and every run of bytes in every row of every store, keys included. */
export async function rawDump(vault: OpenVault): Promise<{ store: string; bytes: Buffer }[]> {
  const dump: { store: string; bytes: Buffer }[] = [];
  for (const store of vault.db.objectStoreNames) {
    const found = [...(await vault.db.getAll(store)), ...(await vault.db.getAllKeys(store))];
    for (const bytes of found.flatMap(leaves)) dump.push({ store, bytes });
  }
  return dump;
}

/** Texts come twice, as they may lie on disk in UTF-8 and in UTF-16. */
function leaves(value: unknown): Buffer[] {
  if (value instanceof Uint8Array) return [Buffer.from(value)];
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => [Buffer.from(key), ...leaves(inner)]);
  }
  return [Buffer.from(String(value)), Buffer.from(String(value), "utf16le")];
}
