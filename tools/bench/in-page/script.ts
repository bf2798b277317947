/** The in-page half of a bench as one script, to be run in one of the extension's own pages. */
import { join } from "node:path";
import { bundledScript } from "../../bundled-script";
import { ROOT } from "../../root";

/** Sets `globalThis[name]` to what the module exports. */
export async function inPageScript(module: string, name: string): Promise<string> {
  const script = await bundledScript(join(ROOT, "tools", "bench", "in-page", module), "inPage");
  return `(() => { ${script}; globalThis.${name} = inPage; })()`;
}
