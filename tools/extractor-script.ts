/** The extractor as one script, so that it can be run inside a page that runs none of its own. */
import { join } from "node:path";
import { bundledScript } from "./bundled-script";
import { ROOT } from "./root";

/** An expression that gives the `PageFacts` of the document it is evaluated in. */
export async function extractorExpression(): Promise<(url: string) => string> {
  const script = await bundledScript(join(ROOT, "src", "extract", "extract-page.ts"), "tidemarkExtract");
  return (url) => `(() => { ${script}; return tidemarkExtract.extractPage(document, ${JSON.stringify(url)}); })()`;
}
