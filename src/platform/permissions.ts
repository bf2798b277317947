/** The optional permissions that the user gave, all of them together. */
import type { Permissions } from "webextension-polyfill";
import { browser } from "./browser";

/** Gives back every one that was given after the installation. Where the browser refuses, they stay, as its list of extensions shows. */
export async function giveBackPermissions(): Promise<void> {
  const { optional_permissions = [], optional_host_permissions = [] } = browser.runtime.getManifest() as {
    optional_permissions?: string[];
    optional_host_permissions?: string[];
  };
  try {
    const { permissions = [], origins = [] } = await browser.permissions.getAll();
    const given = {
      permissions: permissions.filter((name) => optional_permissions.includes(name)),
      origins: origins.filter((origin) => optional_host_permissions.includes(origin)),
    };
    if (given.permissions.length + given.origins.length > 0)
      await browser.permissions.remove(given as Permissions.Permissions);
  } catch (cause) {
    console.warn("permissions not given back:", cause);
  }
}
