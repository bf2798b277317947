/** The optional permission to speak to one server, asked for when a time stamp is wanted. */
import { browser } from "./browser";

const permissionFor = (url: string) => ({ origins: [`${new URL(url).origin}/*`] });

/** Shows the browser's own question; to be called while a click is handled. @returns Whether the user allowed it. */
export const allowServer = (url: string): Promise<boolean> => browser.permissions.request(permissionFor(url));

export const isServerAllowed = (url: string): Promise<boolean> => browser.permissions.contains(permissionFor(url));

/** Gives the permission back. */
export const endServer = (url: string): Promise<boolean> => browser.permissions.remove(permissionFor(url));
