/** The in-page half of a bench as one script, to be run in one of the extension's own pages. */
import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "../../root";

/** Sets `globalThis[name]` to what the module exports. */
export async function inPageScript(module: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: ROOT,
    publicDir: false,
    resolve: { alias: { "@": ROOT } },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, "tools", "bench", "in-page", module), formats: ["iife"], name: "inPage" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error(`${module} could not be bundled`);
  return `(() => { ${output.output[0].code}; globalThis.${name} = inPage; })()`;
}
