/** What of a bundle is packed: text up to this length. Pictures gain nothing from it. */

/**
 * Reading lets a file of this length unpack from as little as it likes, so whatever we pack can be read again, also a page that
 * says one word a million times.
 */
export const MAX_PACKED_BYTES = 16 << 20;

export function isPacked({ mime, bytes }: { mime: string; bytes: number }): boolean {
  return mime.startsWith("text/") && bytes <= MAX_PACKED_BYTES;
}
