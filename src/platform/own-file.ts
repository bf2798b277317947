/**
 * A file of the package this program came in, by its path from the package's root. The address is the browser's own for
 * this package; the security policy of our pages allows no other.
 */
import { browser } from "./browser";

/** @throws {TypeError} when the package holds no such file */
export async function ownFile(path: string): Promise<Response> {
  // The path is not one of the framework's own, whose names it lists.
  const response = await fetch((browser.runtime.getURL as (path: string) => string)(`/${path}`));
  if (!response.ok) throw new TypeError(`the package holds no ${path}`);
  return response;
}
