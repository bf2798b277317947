/** Which pages no extension may read, and which of our sentences says so. */
import type { CaptureFailure } from "@/src/model/errors";

/** Sites on which the browsers themselves refuse extensions. */
const CLOSED_HOSTS =
  /^(chromewebstore\.google\.com|microsoftedge\.microsoft\.com|(addons|support)\.mozilla\.org|([a-z]+\.)?accounts\.firefox\.com)$/;

/**
 * @param address From the tab; absent where the click gave no access. A click gives access to every page that the browser
 * lets extensions read, so without an address it is one of the others.
 * @param outcome "refused" when the browser has just refused to let us in.
 * @returns Why this page cannot be saved, or `null` where nothing speaks against it.
 */
export function refusalFor(address: string | undefined, outcome?: "refused"): CaptureFailure | null {
  const url = URL.parse(address ?? "");
  if (!url) return "pageForbidden";
  if (url.protocol === "file:") return outcome ? "fileNoAccess" : null;
  if (url.protocol !== "http:" && url.protocol !== "https:") return "pageForbidden";
  if (CLOSED_HOSTS.test(url.hostname)) return "pageForbidden";
  if (url.hostname === "chrome.google.com" && url.pathname.startsWith("/webstore")) return "pageForbidden";
  if (outcome && /\.pdf$/i.test(url.pathname)) return "pdfViewer";
  return outcome ? "noPermission" : null;
}
