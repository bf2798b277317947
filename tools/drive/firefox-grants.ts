/** What is the browser's own business in Firefox and no page's: what the user allows, and the history; as expressions for the browser's own window. */

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
