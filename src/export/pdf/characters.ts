/**
 * Text as it is printed: every character that has a shape as itself, every other one as its code point in brackets,
 * `[U+202E]`. So nothing is left out, nothing unseen works on what stands around it, and a reader sees where it stood.
 */

const GRAPHEMES = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Only inside a cluster, where they join or choose forms; alone they would be unseen. */
const JOINING = /^(?:\u200C|\u200D|[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}])$/u;
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]$/u;
const LINE_END = /\r\n?|\u2028|\u2029/g;

/** What a reader takes for one character. */
export function clustersOf(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/**
 * @param canDraw Whether some font has a shape for this cluster, or for this one character.
 * @returns Text in which every cluster can be drawn; lines end with LF.
 */
export function shownText(text: string, canDraw: (cluster: string) => boolean): string {
  const plain = text.replace(LINE_END, "\n").replaceAll("\t", " ");
  return clustersOf(plain)
    .map((cluster) => shownCluster(cluster, canDraw))
    .join("");
}

function shownCluster(cluster: string, canDraw: (cluster: string) => boolean): string {
  if (cluster === "\n" || cluster === " ") return cluster;
  const characters = [...cluster];
  const parts = characters.filter((character) => !JOINING.test(character));
  const isWhole = parts.length > 0 && !parts.some((character) => UNSEEN.test(character)) && canDraw(cluster);
  if (isWhole) return cluster;
  return characters.map((each) => (!isUnseen(each) && canDraw(each) ? each : codeName(each))).join("");
}

const isUnseen = (character: string): boolean => UNSEEN.test(character) || JOINING.test(character);

/** `[U+202E]` */
function codeName(character: string): string {
  return `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** The characters of a cluster that need a shape of their own. */
export function partsOf(cluster: string): number[] {
  return [...cluster].filter((each) => !JOINING.test(each)).map((each) => each.codePointAt(0)!);
}
