/**
 * Our own rows in the browser's history, and the optional permission to remove them. Nothing else of the history is asked
 * for: the search names our own address. Rows on other computers that are signed in to the same account may stay.
 * Firefox keeps no rows of extension pages (seen in 153; `kDisallowedSchemes` of its BaseHistory.cpp), so it is not asked there.
 */
import type { Permissions } from "webextension-polyfill";
import { browser } from "./browser";

const PERMISSION = { permissions: ["history"] } satisfies Permissions.Permissions;

/** More rows than one person makes of a handful of pages. */
const MOST = 10_000;

/** Whether the browser keeps rows of our pages: where it does, the manifest names the permission. */
export function isHistoryOffered(): boolean {
  const { optional_permissions = [] } = browser.runtime.getManifest();
  return (optional_permissions as string[]).includes("history");
}

export const isHistoryAllowed = (): Promise<boolean> => browser.permissions.contains(PERMISSION);

/** Shows the browser's own question; to be called while a click is handled. @returns Whether the user allowed it. */
export const allowHistory = (): Promise<boolean> => browser.permissions.request(PERMISSION);

/** Gives the permission back. */
export const endHistory = (): Promise<boolean> => browser.permissions.remove(PERMISSION);

/** @returns How many rows were removed; `null` where it is not allowed. */
export async function removeOwnRows(): Promise<number | null> {
  if (!(await isHistoryAllowed())) return null;
  const own = browser.runtime.getURL("/");
  const found = await browser.history.search({ text: new URL(own).host, startTime: 0, maxResults: MOST });
  const rows = found.flatMap(({ url }) => (url?.startsWith(own) ? [url] : []));
  await Promise.all(rows.map((url) => browser.history.deleteUrl({ url })));
  return rows.length;
}
