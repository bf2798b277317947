/**
 * Takes out of ExifReader what loads pictures from addresses and what parses XML: it is only ever given bytes, and asked for
 * Exif. So the release holds no code that could reach a server, and none that parses what came from outside as a document.
 */
import type { Plugin } from "vite";

/** What stands in the place of each file: what its importers name. */
const INSTEAD: Readonly<Record<string, string>> = {
  "file-loaders.js": `
    export const isFilePathOrURL = () => false;
    export const isBrowserFileObject = () => false;
    export const loadFile = () => { throw new TypeError("bytes only"); };
    export const loadFileObject = loadFile;
  `,
  "load-auto.js": `
    export const validateAutoOptions = () => {};
    export const makeLoadAuto = () => () => { throw new TypeError("bytes only"); };
  `,
  "xmp-tags.js": "export default { read: () => ({}) };",
};

export function exifOnly(): Plugin {
  return {
    name: "exif-only",
    enforce: "pre",
    load(id) {
      const [, name = ""] = /\/exifreader\/src\/([\w-]+\.js)$/.exec(id.replaceAll("\\", "/")) ?? [];
      return INSTEAD[name] ?? null;
    },
  };
}
