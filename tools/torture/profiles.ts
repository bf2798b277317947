/** Profiles to begin with: one in which a few pages are kept, with an encrypted copy of them, and one of schema 1. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive } from "../drive/drive";
import { downloaded, keepPage } from "../drive/journey";
import { ROOT } from "../root";
import { ask } from "./ask";

export const COPY_PASSPHRASE = "heather anchor plural 62 copper";
export const ITEMS_AT_FIRST = ["EX-001", "EX-002"];

export interface Profiles {
  /** @returns A fresh profile folder like the prepared one. */
  used(): Promise<string>;
  old(): Promise<string>;
  empty(): Promise<string>;
  /** An encrypted copy of what `used` holds. */
  copy: Buffer;
  /** Addresses of the pages in `used`, in the order of their numbers. */
  urls: string[];
  /** A new folder; all of them go with `remove`. */
  folder(): Promise<string>;
  remove(): Promise<void>;
}

/** @param origin Of our own made-up pages. */
export async function prepareProfiles(origin: string): Promise<Profiles> {
  const all = await mkdtemp(join(tmpdir(), "notes-torture-"));
  const urls = ITEMS_AT_FIRST.map((label) => `${origin}/post.html?${label}`);
  const copy = await makeUsed(join(all, "used"), all, urls);
  const folder = () => mkdtemp(join(all, "run-"));
  const like = async (name: string) => {
    const profile = await folder();
    await cp(join(all, name), profile, { recursive: true });
    return profile;
  };
  let hasOld = false;
  return {
    copy,
    urls,
    folder,
    used: () => like("used"),
    empty: folder,
    async old() {
      if (!hasOld) await makeOld(join(all, "old"));
      hasOld = true;
      return like("old");
    },
    remove: () => rm(all, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** @returns The encrypted copy. */
async function makeUsed(profile: string, folder: string, urls: readonly string[]): Promise<Buffer> {
  const downloads = join(folder, "copy");
  await mkdir(profile);
  await mkdir(downloads);
  const driven = await drive("chromium", { profile, downloads });
  for (const url of urls) await keepPage(driven, await driven.openPage(url));
  const library = await driven.openOwnPage("library.html");
  await library.press("Copies");
  await library.fill("Passphrase for the copy", COPY_PASSPHRASE);
  await library.fill("Passphrase for the copy, once more", COPY_PASSPHRASE);
  await library.press("Back up everything");
  const copy = await readFile(await downloaded(downloads, new Map(), ".age"));
  await library.untilText(/The copy is in your downloads/);
  await driven.close();
  return copy;
}

const V1 = join(ROOT, "tests", "fixtures", "vault", "v1");

/** Numbers and addresses of what the old vault holds. */
export async function keptInOld(): Promise<{ label: string; url: string }[]> {
  const { records } = JSON.parse(await readFile(join(V1, "kept.json"), "utf8")) as {
    records: { exhibit: number; url: { browser: string } }[];
  };
  return records.map(({ exhibit, url }) => ({ label: `EX-${String(exhibit).padStart(3, "0")}`, url: url.browser }));
}

/** A profile in which the vault is as the code of schema 1 left it. */
async function makeOld(profile: string): Promise<void> {
  const stored = await readFile(join(V1, "store.json"), "utf8");
  await mkdir(profile);
  const driven = await drive("chromium", { profile });
  const own = await driven.openOwnPage("verify.html");
  await own.until("the background to be ready", async () => (await ask(own, "vault.state", {})).ok);
  await own.run(putStored, stored);
  await driven.close();
  if ((await readdir(profile)).length === 0) throw new Error("the browser left no profile");
}

/** Runs in a page of ours: puts the stores in the place of those that the background made. */
async function putStored(json: string): Promise<void> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { schema, stores } = JSON.parse(json, (_key, value) =>
    typeof value?.base64 === "string" ? Uint8Array.from(atob(value.base64), (each) => each.charCodeAt(0)) : value,
  ) as { schema: number; stores: Record<string, { key: string; value: object }[]> };
  const keyPaths: Record<string, string | string[]> = {
    chunks: ["exhibit", "file", "chunk"],
    custody: ["case", "seq"],
  };
  await done(indexedDB.deleteDatabase("notes-open"));
  await done(indexedDB.deleteDatabase("notes"));
  const opening = indexedDB.open("notes", schema);
  opening.onupgradeneeded = () => {
    for (const [name, rows] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(name, name === "meta" ? {} : { keyPath: keyPaths[name] ?? "id" });
      for (const { key, value } of rows) store.put(value, name === "meta" ? key : undefined);
    }
  };
  (await done(opening)).close();
}
