import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drive } from "@/tools/drive/drive";
import { keepPage } from "@/tools/drive/journey";
import type { BrowserKind } from "@/tools/release-build";
import { expect } from "./journey";
import { filesHolding } from "./profile-search";

/** Puts together what tests/fixtures/pages/canary.html puts together. */
const CANARY = ["heron", "quartz", "lantern", "8317"].join("-");

/** Keeps a page, closes the browser, and searches its whole profile for words that only the kept page held. */
export async function expectNothingReadable(kind: BrowserKind, origin: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "notes-profile-"));
  try {
    const driven = await drive(kind, { profile });
    const page = await driven.openPage(`${origin}/canary.html`);
    expect((await keepPage(driven, page)).said).toContain("Saved as EX-001");
    const library = await driven.openOwnPage("library.html");
    await library.untilText(/EX-001/);
    await driven.close();
    // The search itself works: the browser writes the address into its history.
    expect(await filesHolding(profile, "canary.html")).not.toEqual([]);
    expect(await filesHolding(profile, CANARY)).toEqual([]);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
