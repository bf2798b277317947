/** The page of a document, and the reader that knows it. */
import { platformOf } from "@/src/model/platform";
import { readPage } from "./page";
import { attempt, findReader, type KnownPage, READERS } from "./registry";
import type { SiteReader } from "./site-reader";

/** `null` where the document cannot be read at all. Never throws. */
export function knownPage(document: Document, url: string, readers: readonly SiteReader[] = READERS): KnownPage | null {
  const platform = platformOf(url);
  const page = attempt(() => readPage(document, url));
  return page && findReader(readers, platform, page);
}
