/** The browser's extension API under one name in Chromium and Firefox. */
import browser from "webextension-polyfill";

export { browser };
