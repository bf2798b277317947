import { keepPage } from "@/tools/drive/journey";
import type { View } from "@/tools/drive/view";
import { ask } from "@/tools/torture/ask";
import { expect, test } from "../support/journey";

/** Keeps an empty store of schema 1 open, as a page of a release that does not let go would. */
const holdOlder = (own: View) =>
  own.run(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    await done(indexedDB.deleteDatabase("notes"));
    const opening = indexedDB.open("notes", 1);
    opening.onupgradeneeded = () => {
      for (const name of ["meta", "dataKeys", "cases", "exhibits", "chunks", "custody", "drafts"])
        opening.result.createObjectStore(name);
    };
    (globalThis as { held?: IDBDatabase }).held = await done(opening);
  }, null);

test("a page whose store was closed under it says so, and shows nothing of before", async ({ driven, pages }) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const library = await driven.openOwnPage("library.html");
  await library.untilText(/EX-001/);
  const own = await driven.openOwnPage("verify.html");
  await holdOlder(own);
  expect(await library.untilText(/Load this page again/)).not.toMatch(/EX-001/);
});

test("a store that an older page keeps open is said, overwrites nothing, and opens once that page is closed", async ({
  driven,
}) => {
  const own = await driven.openOwnPage("verify.html");
  await own.until("the background", async () => (await ask(own, "vault.state", {})).ok);
  await holdOlder(own);
  expect(await ask(own, "vault.state", {})).toEqual({ ok: false, failure: "otherPageOpen" });
  const library = await driven.openOwnPage("library.html");
  await library.untilText(/Another Notes page, of an older version, is still open/);
  await own.run(() => (globalThis as { held?: IDBDatabase }).held!.close(), null);
  await own.until("the store", async () => (await ask(own, "vault.state", {})).ok);
});
