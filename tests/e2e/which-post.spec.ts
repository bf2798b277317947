import { openAsBlob } from "node:fs";
import type { Correction } from "@/src/model/correction";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { handOver, keepPage } from "@/tools/drive/journey";
import type { View } from "@/tools/drive/view";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";

test("on a page with several posts the user says which one, and corrects a fact later; the package carries both", async ({
  driven,
  pages,
  downloads,
}) => {
  const popup = await driven.pressToolbarButton(await driven.openPage(`${pages.origin}/feed.html`));
  expect(await popup.untilText(/Which one\?/)).toContain("Somebody left a red ladder");
  await popup.pickRadio(/harbour_bo/);
  await popup.until("the facts of that post", async () => /harbour_bo.*3h/s.test(await factsIn(popup)));
  expect(await popup.announced()).toContain("Filled in from the post you chose.");
  await popup.press("Save this page");
  await popup.untilText(/Saved as EX-001/);

  const library = await driven.openOwnPage("library.html");
  await library.press("EX-001");
  await library.press("Correct: Account");
  await library.fill("What it should say", "harbour_bob");
  await library.press("Keep the correction");
  await library.untilText(/Corrected to: harbour_bob/);
  expect(await library.announced()).toContain("The correction is kept.");

  const path = await handOver(driven, downloads);
  expect(await verifyBundle(await openAsBlob(path))).toMatchObject({ kind: "checked", intact: true, findings: [] });
  const bundle = await BundleFile.read(path);
  const { facts, post, thread } = bundle.record("001");
  expect(facts).toMatchObject({ handle: "harbour_bo", postedAt: "2026-03-02T14:05:00Z" });
  expect(post?.chosenBy).toBe("chosen");
  expect(thread?.posts.map(({ handle, isMeant }) => [handle, isMeant])).toEqual([
    ["ada.walks", false],
    ["harbour_bo", true],
    ["kim.rows", false],
    ["lee_ferry", false],
  ]);
  const [correction] = JSON.parse(bundle.text("data/exhibits/001/corrections.json")) as Correction[];
  expect(correction).toMatchObject({ fact: "handle", pageValue: "harbour_bo", value: "harbour_bob" });
  expect(bundle.text("data/index.csv")).toContain('"harbour_bob"');
  expect(bundle.text("data/posts.csv")).toContain('"We row on Sundays at nine. Bring gloves."');
});

test("saving does not wait for an answer: without one, no post's facts are given", async ({
  driven,
  pages,
  downloads,
}) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/feed.html`));
  const { facts, post, missing } = (await BundleFile.read(await handOver(driven, downloads))).record("001");
  expect(facts).toMatchObject({ handle: null, postedAt: null, permalink: null });
  expect(post?.chosenBy).toBeNull();
  expect(missing).toContainEqual({ what: "handle", why: "notTold" });
});

test("the post that was right-clicked is the one meant; a click beside all posts is asked about", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/feed.html`);
  const asking = await driven.keepFromMenu(page, "h1");
  expect(await asking.untilText(/Which one\?/)).not.toContain("Saved as");
  const popup = await driven.keepFromMenu(page, "[data-id='90002'] .status__content__text p");
  await popup.untilText(/Saved as EX-001/);
  const { facts, post } = (await BundleFile.read(await handOver(driven, downloads))).record("001");
  expect(facts).toMatchObject({ handle: "kim.rows", text: "We row on Sundays at nine. Bring gloves." });
  expect(post?.chosenBy).toBe("pointed");
});

function factsIn(popup: View): Promise<string> {
  return popup.run(() => document.querySelector("dl")?.textContent ?? "", null);
}
