/** A module of ours and all that it imports as one script, to be run where there are no modules. */
import { build } from "vite";
import { ROOT } from "./root";

/** @param entry Path of the module. @returns A script that sets `var name` to what the module exports. */
export async function bundledScript(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: ROOT,
    publicDir: false,
    resolve: { alias: { "@": ROOT } },
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error(`${entry} could not be bundled`);
  return output.output[0].code;
}
