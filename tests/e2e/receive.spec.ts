import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { drive } from "@/tools/drive/drive";
import { giveBack, handOver, keepPage } from "@/tools/drive/journey";
import type { View } from "@/tools/drive/view";
import { BundleFile } from "../support/bundle-file";
import { chooseFile } from "../support/choose-file";
import { expect, test } from "../support/journey";

test("a friend's package is checked, added with its history, known again, and can be handed on", async ({
  driven,
  pages,
  downloads,
}) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const path = await handOver(driven, downloads);
  const theirs = await BundleFile.read(path);
  const zip = await readFile(path);

  const survivor = await drive("chromium", { downloads });
  try {
    const library = await survivor.openOwnPage("library.html");
    await library.press("Hand over");
    await library.press("Open a package someone gave me");
    await library.untilText(/Your key for packages\s[\s\S]*age1[a-z0-9]{58}/);

    const spoiled = new Uint8Array(zip);
    spoiled[spoiled.length >> 1]! ^= 1;
    expect(await openPackage(library, spoiled)).toContain("Nothing of it was added");
    await library.press("Open another package");

    expect(await openPackage(library, zip)).toContain("Unchanged since it was made");
    await library.press("Add to my notes: 1");
    await library.untilText(/Added: 1/);
    await library.press("Open another package");
    expect(await openPackage(library, zip)).toMatch(/Here already: 1/);

    await library.press("Kept items");
    await library.untilText(/EX-001/);
    const again = await handOver(survivor, downloads);
    expect(await verifyBundle(await openAsBlob(again))).toMatchObject({ intact: true, findings: [] });
    const ours = await BundleFile.read(again);
    expect(ours.record("001")).toEqual(theirs.record("001"));
    expect(ours.text("data/custody/custody.jsonl")).toContain(theirs.text("data/custody/custody.jsonl"));
  } finally {
    await survivor.close();
  }
});

test("what is kept for someone else goes to them whole and encrypted by default, and only then may the own copy go", async ({
  driven,
  pages,
  downloads,
}) => {
  const first = await driven.openOwnPage("library.html");
  await first.press("For someone else");
  await first.press("Yes");
  await first.untilText(/This is noted/);
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));

  const part = await giveBack(driven, downloads, { pictures: "Covered" });
  expect(part.preview).toContain("cannot be added to the receiver’s notes from this package");
  expect(part.said).toContain("Keep your own copy, because this is not in the package: some pictures or files.");
  expect(part.said).not.toContain("Delete everything");

  const whole = await giveBack(driven, downloads);
  expect(whole.preview).not.toContain("cannot be added");
  expect(whole.said).toContain("you can delete your copy");
  const survivor = await drive("chromium", { downloads });
  try {
    const library = await survivor.openOwnPage("library.html");
    await library.press("Hand over");
    await library.press("Open a package someone gave me");
    await library.untilText(/Your key for packages/);
    await library.fill("Its passphrase, if it has one", whole.passphrase);
    expect(await openPackage(library, await readFile(whole.path), "documents.age")).toContain("Unchanged since");
    await library.press("Add to my notes: 1");
    await library.untilText(/Added: 1/);
  } finally {
    await survivor.close();
  }
});

/** @returns What the page says once it has checked. */
async function openPackage(library: View, bytes: Uint8Array, name = "documents.zip"): Promise<string> {
  await library.untilText(/The package\s/);
  await chooseFile(library, name, bytes);
  await library.press("Open and check");
  return library.untilText(/Unchanged since it was made|is not as it was made|is not a package/);
}
