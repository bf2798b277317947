/** Expressions for Firefox's own window: what the user does there, and what no page knows. `window` is the one in front. */

/** As "Run in Private Windows" in the list of extensions. It is read when an extension starts, so it is started anew. */
export const allowInPrivate = (extensionId: string): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const id = ${JSON.stringify(extensionId)};
  const allowed = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
  await ExtensionPermissions.add(id, allowed, WebExtensionPolicy.getByID(id)?.extension);
  await (await AddonManager.getAddonByID(id)).reload();
  await WebExtensionPolicy.getByID(id).readyPromise;
})()`;

/** Every address in the browser's history. */
export const VISITED = `(async () => {
  const { PlacesUtils } = ChromeUtils.importESModule("resource://gre/modules/PlacesUtils.sys.mjs");
  const rows = await (await PlacesUtils.promiseDBConnection()).execute("SELECT url FROM moz_places WHERE visit_count > 0");
  return JSON.stringify(rows.map((row) => row.getResultByName("url")));
})()`;

/** Answers the browser's own question about a permission with yes, once it is asked. */
export const ANSWER_YES = `new Promise((resolve) => {
  const answer = () => {
    const question = document.getElementById("addon-webext-permissions-notification");
    if (!question?.button) return void window.setTimeout(answer, 50);
    question.button.click();
    resolve();
  };
  answer();
})`;

export const OPEN_PRIVATE_WINDOW = `(async () => {
  const { BrowserWindowTracker } = ChromeUtils.importESModule("resource:///modules/BrowserWindowTracker.sys.mjs");
  await BrowserWindowTracker.promiseOpenWindow({ private: true });
})()`;

/** The page's own menu is open; an extension with one entry has it at the top. */
export const TAKE_OUR_MENU_ENTRY = `new Promise((resolve, reject) => {
  const menu = document.getElementById("contentAreaContextMenu");
  const take = () => {
    const entry = Array.from(menu.querySelectorAll("menuitem")).find(({ label }) => label === "Keep this");
    if (!entry) return reject(new Error("our entry is not in the menu"));
    menu.activateItem(entry);
    resolve();
  };
  if (menu.state === "open") take();
  else menu.addEventListener("popupshown", take, { once: true });
})`;

/** Firefox loads a popup in a browser of which nothing is seen, and throws that one away when it shows the popup. */
export const SHOWN_POPUP = `Array.from(
  document.querySelectorAll("browser.webextension-popup-browser:not(.webextension-preload-browser)"),
).find((popup) => popup.closest("panel")?.state === "open")`;

export const POPUP_IS_LOADED = `Boolean((${SHOWN_POPUP})?.currentURI?.spec.endsWith("/popup.html"))`;

export const CLOSE_POPUP = `new Promise((resolve) => {
  const panel = (${SHOWN_POPUP})?.closest("panel");
  if (!panel) return resolve();
  panel.addEventListener("popuphidden", () => resolve(), { once: true });
  panel.hidePopup();
})`;
