/** Looks for the one colour that every picture of tests/fixtures/pages/pictures.js has. */
import type { PNG } from "pngjs";
import type { BundleFile } from "./bundle-file";

const COLOUR = [224, 33, 138] as const;
const NEAR = 6;

export interface Found {
  /** Pixels of the colour itself. */
  exact: number;
  /** Pixels that hold a share of it: clearly redder and bluer than green, which nothing else on the page is. */
  blended: number;
}

export function findColour({ data }: Pick<PNG, "data">): Found {
  const found = { exact: 0, blended: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (Math.abs(r - COLOUR[0]) <= NEAR && Math.abs(g - COLOUR[1]) <= NEAR && Math.abs(b - COLOUR[2]) <= NEAR)
      found.exact += 1;
    if (r - g > 16 && b - g > 8 && r > b) found.blended += 1;
  }
  return found;
}

export const NOTHING_FOUND: Found = { exact: 0, blended: 0 };

/** Path → what was found, for every PNG in a bundle where anything was. */
export function coloursIn(bundle: BundleFile): Record<string, Found> {
  const pictures = bundle.paths.filter((path) => path.endsWith(".png"));
  const found = pictures.map((path) => [path, findColour(bundle.png(path))] as const);
  return Object.fromEntries(found.filter(([, { exact, blended }]) => exact + blended > 0));
}

/** Names of files in which the colour or picture data stands in words. */
export function pictureWordsIn(bundle: BundleFile): string[] {
  const words = /data:image|blob:http|224[, ]+33[, ]+138|e0218a|iVBORw0KGgo|;base64,|[A-Za-z0-9+/]{120,}/i;
  return bundle.paths
    .filter((path) => path.startsWith("data/exhibits/") && !path.endsWith(".png"))
    .flatMap((path) => {
      const text = bundle.text(path).replaceAll(/"sha(256|512)":"[0-9a-f]+"/g, "");
      const found = words.exec(text);
      return found ? [`${path}: …${text.slice(Math.max(0, found.index - 60), found.index + 60)}…`] : [];
    });
}
