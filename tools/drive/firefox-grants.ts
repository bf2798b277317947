/** What the user gives an extension in Firefox's own list of extensions, as expressions for the browser's own window. */

/** As "Run in Private Windows" in the list. It is read when an extension starts, so it is started anew. */
export const allowInPrivate = (extensionId: string): string => `(async () => {
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const id = ${JSON.stringify(extensionId)};
  await ${grant("internal:privateBrowsingAllowed", extensionId)};
  await (await AddonManager.getAddonByID(id)).reload();
  await WebExtensionPolicy.getByID(id).readyPromise;
})()`;

/** As an optional permission in the list. */
export const grant = (permission: string, extensionId: string): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
  const id = ${JSON.stringify(extensionId)};
  const given = { permissions: [${JSON.stringify(permission)}], origins: [] };
  await ExtensionPermissions.add(id, given, WebExtensionPolicy.getByID(id).extension);
})()`;
