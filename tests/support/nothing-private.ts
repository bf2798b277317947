/** A page on which someone is signed in and types, and a look for all of that in what was stored. */
import type { Page } from "puppeteer-core";
import type { BundleFile } from "./bundle-file";

/** Types into every kind of field of tests/fixtures/pages/signed-in.html. */
export async function typeInto(page: Page): Promise<void> {
  for (const field of ["search", "password", "reply", "mirrored", "draft"]) {
    await page.click(`#${field}`);
    await page.keyboard.type(["canary", field, "8317q"].join("-"));
  }
  await page.click("#tick");
  await page.select("#choice", "second");
}

/** What of the user's own stands in a bundle: words of every canary, with the file it is in. */
export function privateIn(bundle: BundleFile): string[] {
  return bundle.paths.flatMap((path) => {
    const raw = Buffer.from(bundle.bytes(path)).toString("latin1");
    const [plain, wide] = [raw, raw.replaceAll("\0", "")].map((text) => text.replaceAll(/=\r?\n/g, ""));
    const canaries = new Set([...`${plain} ${wide}`.matchAll(/canary-\w+/g)].map(([word]) => word));
    return [...canaries].map((word) => `${path}: ${word}`);
  });
}
