/** The extractor as one script, so that it can be run inside a page that runs none of its own. */
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** An expression that gives the `PageFacts` of the document it is evaluated in. */
export async function extractorExpression(): Promise<(url: string) => string> {
  const script = await bundle();
  return (url) => `(() => { ${script}; return tidemarkExtract.extractPage(document, ${JSON.stringify(url)}); })()`;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: ROOT,
    publicDir: false,
    resolve: { alias: { "@": ROOT } },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${ROOT}/src/extract/extract-page.ts`, formats: ["iife"], name: "tidemarkExtract" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error("the extractor could not be bundled");
  return output.output[0].code;
}
