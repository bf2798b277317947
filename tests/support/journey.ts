/** A browser with the release build, a server for our own pages and a folder for downloads, one of each per test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { drive } from "@/tools/drive/drive";
import type { Driven, DriveOptions } from "@/tools/drive/driven";
import type { BrowserKind } from "@/tools/release-build";
import { type Served, serveFolder } from "@/tools/serve";

export { expect } from "@playwright/test";

interface Journey {
  kind: BrowserKind;
  driveOptions: Omit<DriveOptions, "extension">;
  /** The project's own made-up pages. */
  pages: Served;
  downloads: string;
  driven: Driven;
}

export const test = base.extend<Journey>({
  kind: ["chromium", { option: true }],
  driveOptions: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern
  pages: async ({}, use) => {
    const served = await serveFolder(join(import.meta.dirname, "..", "fixtures", "pages"));
    await use(served);
    await served.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  downloads: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "notes-downloads-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  driven: async ({ kind, driveOptions, downloads }, use) => {
    const driven = await drive(kind, { downloads, ...driveOptions });
    await use(driven);
    await driven.close();
  },
});
