import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive } from "@/tools/drive/drive";
import { keepPage } from "@/tools/drive/journey";
import type { View } from "@/tools/drive/view";
import { expect, test } from "../support/journey";
import { filesHolding } from "../support/profile-search";

/** Looked for and not there, so that it can come to the disk by the search alone. */
const CANARY = "quillwort7193";

const focused = (library: View) => library.run(() => document.activeElement?.textContent ?? "", null);
const untilFocused = (library: View, name: string) =>
  library.until(`the focus on “${name}”`, async () => (await focused(library)) === name);

test("kept items are found by account and words, gone through by keys, and what was looked for is stored nowhere", async ({
  pages,
}) => {
  const profile = await mkdtemp(join(tmpdir(), "notes-profile-"));
  try {
    const driven = await drive("chromium", { profile });
    for (const name of ["post", "marked", "red"]) {
      await keepPage(driven, await driven.openPage(`${pages.origin}/${name}.html`));
    }
    const library = await driven.openOwnPage("library.html");
    await library.untilText(/Items: 3/);

    await library.fill("Search", "HARBOUR_walks steps");
    expect(await library.untilText(/Items found: 1 of 3/)).toContain("EX-001");
    await library.fill("Search", "晨霧");
    expect(await library.untilText(/Items found: 1 of 3/)).toContain("EX-002");
    await library.press("EX-002");
    await library.untilText(/Back|Kept items/);
    await library.run(() => history.back(), null);
    await untilFocused(library, "EX-002");
    expect(await library.announced()).toContain("Items found: 1 of 3");

    await library.press("Clear search and filters");
    await library.untilText(/Items: 3/);
    await library.run(() => document.querySelector<HTMLElement>("main li a")?.focus(), null);
    for (const [key, name] of [
      ["ArrowDown", "EX-002"],
      ["End", "EX-001"],
      ["Home", "EX-003"],
    ] as const) {
      await library.type(key);
      await untilFocused(library, name);
    }
    await library.pickRadio(/Covered tiles/);
    expect(await library.run(() => document.querySelectorAll("main img").length, null)).toBe(0);

    expect(await library.run(() => document.querySelector("input")!.spellcheck, null)).toBe(false);
    await library.fill("Search", CANARY);
    expect(await library.announced()).toContain("No item fits the search and the filters.");
    expect(await library.run(() => location.href, null)).not.toContain(CANARY);
    await driven.close();
    expect(await filesHolding(profile, CANARY)).toEqual([]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});
