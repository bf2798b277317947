import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive } from "@/tools/drive/drive";
import { keepPage } from "@/tools/drive/journey";
import { lock, setPassphrase } from "@/tools/drive/passphrase";
import type { View } from "@/tools/drive/view";
import { expect, test } from "../support/journey";
import { filesHolding } from "../support/profile-search";
import { wipeAll } from "../support/wipe";

/** It lies beside the sealed identity: where it cannot be found, nothing that stayed on the disk can be opened. */
async function recipientOf(library: View): Promise<string> {
  return library.run(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("notes"));
    const meta = await done<{ recipient: string }>(db.transaction("meta").objectStore("meta").get("vault"));
    db.close();
    return meta.recipient;
  }, null);
}

test("an item is deleted, its number stays used, and then everything is deleted while locked", async ({
  kind,
  pages,
}) => {
  const profile = await mkdtemp(join(tmpdir(), "notes-profile-"));
  try {
    const driven = await drive(kind, { profile });
    await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
    const library = await driven.openOwnPage("library.html");
    await library.untilText(/EX-001/);
    await library.press("EX-001");
    await library.press("Delete this item");
    await library.press("Delete EX-001");
    await library.untilText(/Nothing is kept yet/);
    expect((await keepPage(driven, await driven.openPage(`${pages.origin}/post.html?next`))).label).toBe("EX-002");

    await setPassphrase(library, "heather anchor plural 62 copper");
    const recipient = await recipientOf(library);
    await lock(library);
    await wipeAll(library);
    expect((await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`))).label).toBe("EX-001");
    await driven.close();
    if (kind === "firefox") return; // what is loaded into it from outside is gone with all its data when it closes

    const again = await drive("chromium", { profile });
    await (await again.openOwnPage("library.html")).untilText(/EX-001/);
    await again.close();
    expect(await filesHolding(profile, recipient)).toEqual([]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
