/** A package that was made of one kept page, on the page that adds a time stamp to it: the same in every browser. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Page } from "puppeteer-core";
import type { Driven } from "@/tools/drive/driven";
import { handOver, keepPage } from "@/tools/drive/journey";
import type { View } from "@/tools/drive/view";
import { giveFile } from "./give-file";

/** @returns The page of ours, and the path of the package. */
export async function openToStamp(
  driven: Driven,
  page: Page,
  downloads: string,
): Promise<{ library: View; bundle: string }> {
  await keepPage(driven, page);
  const bundle = await handOver(driven, downloads, { withMarked: false });
  const library = await driven.openOwnPage("library.html");
  await library.press("Hand over");
  await library.press("Add a time stamp to a package");
  await library.untilText(/Choose the package/);
  await giveFile(library, "The package (.zip)", basename(bundle), await readFile(bundle));
  return { library, bundle };
}
