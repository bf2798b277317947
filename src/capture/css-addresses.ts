/** The addresses in a style sheet, whole. Pure. */

/** `url(…)` quoted or not, and what `@import` names in quotes. */
const ADDRESS =
  /(@import\s+)(["'])([^"'\n]*)\2|\burl\(\s*(?:(["'])((?:\\[\s\S]|(?!\4)[^\\\n])*)\4|([^\s"'()]*))\s*\)/gi;

/**
 * @param base What its addresses are relative to.
 * @param onAddress Told each address that names something to load.
 * @returns The sheet with whole addresses.
 */
export function withWholeAddresses(css: string, base: string, onAddress: (address: string) => void): string {
  return css.replace(ADDRESS, (all, importing = "", importQuote, imported, quote, quoted, bare) => {
    const address = wholeAddress(imported ?? quoted ?? bare, base);
    if (address === null) return all;
    onAddress(address);
    if (importing) return `${importing}${importQuote}${address}${importQuote}`;
    const mark = quote ?? '"';
    return `url(${mark}${address.replaceAll(mark, mark === '"' ? "%22" : "%27")}${mark})`;
  });
}

/** @returns `null` for what carries its content in itself, names a place in the same page, or is no address. */
export function wholeAddress(address: string, base: string): string | null {
  const given = address.trim();
  if (given === "" || given.startsWith("#") || /^(data|javascript|about):/i.test(given)) return null;
  const whole = URL.parse(given, base)?.href;
  return whole === undefined ? null : addressInFile(whole);
}

/** A picture that a page made itself has a `blob:` address, which nothing but that page can load. In a file it is another. */
export function addressInFile(address: string): string {
  const made = /^blob:.*\/([\w-]{1,100})$/.exec(address)?.[1];
  return made === undefined ? address : `cid:${made}@blob.invalid`;
}

/** `a.svg#icon` is loaded as `a.svg`. */
export const withoutPlace = (address: string): string => address.split("#", 1)[0]!;
