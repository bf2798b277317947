/** Puts `in-page.ts` into a page of the release build, and calls it there. */
import type { Page } from "puppeteer-core";
import { build } from "vite";
import { ROOT } from "../../root";
import type { inPage } from "./in-page";

type InPage = typeof inPage;

export type Call = <Name extends keyof InPage>(
  name: Name,
  ...about: Parameters<InPage[Name]>
) => Promise<Awaited<ReturnType<InPage[Name]>>>;

/** @param page One of the extension's own. Its security policy allows no script but the package's; the driver may. */
export async function callsIn(page: Page): Promise<Call> {
  await page.evaluate(await bundle());
  return async (name, ...about) => {
    const words = about.map((each) => JSON.stringify(each)).join(", ");
    return (await page.evaluate(`vaultBench.${name}(${words})`)) as never;
  };
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
      target: "es2024",
      lib: { entry: `${ROOT}/tools/bench/vault/in-page.ts`, formats: ["iife"], name: "tidemarkVaultBench" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error("the bench's page side could not be bundled");
  return output.output[0].code;
}
