import { keepPage } from "@/tools/drive/journey";
import { lock, setPassphrase } from "@/tools/drive/passphrase";
import { ask } from "@/tools/torture/ask";
import { expect, test } from "../support/journey";

const NAMES = ["one", "two"].map((name) => `${name}.of.two.pages`);

test("two library pages show one state, lose no edit, and are locked together", async ({ driven, pages }) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  const first = await driven.openOwnPage("library.html");
  await first.press("EX-001");
  await first.untilText(/Correct|correct/);
  const second = await driven.openOwnPage("library.html#/");
  await second.untilText(/EX-001/);
  const item = await second.run(
    () => document.querySelector<HTMLAnchorElement>("a[href^='#/item/']")!.hash.slice(7),
    null,
  );

  // Both at once: each is put after the other.
  const edits = [first, second].map((page, n) =>
    ask(page, "exhibit.correct", { item: item as never, fact: "handle", value: NAMES[n]! }),
  );
  expect((await Promise.all(edits)).every(({ ok }) => ok)).toBe(true);

  // The first one is looked at again, and then the list.
  const [front] = (await driven.browser.pages()).filter((page) => page.url().includes("#/item/"));
  await front!.bringToFront();
  await first.untilText(/of\.two\.pages/);
  const reply = await ask(first, "exhibit.correct", { item: item as never, fact: "displayName", value: "A third" });
  if (!reply.ok) throw new Error(reply.failure);
  expect(reply.value.map(({ value }) => value).toSorted()).toEqual(["A third", ...NAMES].toSorted());

  await setPassphrase(second, "heather anchor plural 62 copper");
  await lock(second);
  await first.untilText(/Your notes are locked/);
});
