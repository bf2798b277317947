/**
 * The browser's whole-page file, and the optional permission for it. Chromium only: where the manifest does not name the
 * permission, it is not offered.
 */
import type { Manifest, Permissions } from "webextension-polyfill";
import { browser } from "./browser";

const PERMISSION = { permissions: ["pageCapture" as Manifest.OptionalPermission] } satisfies Permissions.Permissions;

interface PageCapture {
  saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined>;
}

export function isPageCaptureOffered(): boolean {
  const { optional_permissions = [] } = browser.runtime.getManifest();
  return (optional_permissions as string[]).includes(PERMISSION.permissions[0]!);
}

export async function isPageCaptureAllowed(): Promise<boolean> {
  return isPageCaptureOffered() && browser.permissions.contains(PERMISSION);
}

/** Shows the browser's own question; to be called while a click is handled. @returns Whether the user allowed it. */
export const allowPageCapture = (): Promise<boolean> => browser.permissions.request(PERMISSION);

/** Gives the permission back. */
export const endPageCapture = (): Promise<boolean> => browser.permissions.remove(PERMISSION);

/** @throws Whatever the browser says against it. */
export async function pageAsMhtml(tabId: number): Promise<Blob> {
  const { pageCapture } = browser as unknown as { pageCapture: PageCapture };
  const file = await pageCapture.saveAsMHTML({ tabId });
  if (file === undefined) throw new Error("the browser gave no file");
  return file;
}
