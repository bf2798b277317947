/** Style sheets without picture data. Pure. */
import { hasPictureData, withoutPictureDataIn } from "@/src/capture/picture-data";

const STRING = /(["'])\s*(?:data|blob)\s*:(?:\\[\s\S]|(?!\1)[\s\S])*\1/gi;
const BARE = /url\(\s*(?:data|blob)\s*:(?:\\[\s\S]|[^)\\])*\)/gi;
const ESCAPED = /\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|(\r\n|\n|\r|\f)|([\s\S]))/gi;

/** A sheet that hides such data behind escapes is written plainly, or dropped where that does not help. */
export function withoutPictureDataInCss(css: string): string {
  const stripped = css.replace(STRING, "$1$1").replace(BARE, "url()");
  const plain = readPlainly(stripped);
  if (plain === stripped || !hasPictureData(plain)) return withoutPictureDataIn(stripped);
  const plainStripped = plain.replace(STRING, "$1$1").replace(BARE, "url()");
  return hasPictureData(plainStripped) ? "" : plainStripped;
}

function readPlainly(css: string): string {
  return css.replace(ESCAPED, (_all, hex: string | undefined, _line: string | undefined, other: string | undefined) => {
    if (hex === undefined) return other ?? "";
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}
