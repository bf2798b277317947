/** Which page a tab shows: told when it is looked at, and compared when it is captured. */
import type { PageGeometry } from "@/src/messaging/page-side";
import { sha256 } from "@/src/model/digest";
import type { Subject } from "@/src/model/job";
import { browser } from "@/src/platform/browser";

export async function subjectOf(tabId: number, page: PageGeometry): Promise<Subject> {
  const { url = "" } = await browser.tabs.get(tabId);
  return { documentToken: page.documentToken, address: await sha256(url), historyLength: page.historyLength };
}
