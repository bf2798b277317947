/** Puts `vault-side.ts` into a page of the release build, and calls it there. */
import type { Page } from "puppeteer-core";
import { inPageScript } from "../in-page/script";
import type * as vaultSide from "../in-page/vault-side";

type InPage = typeof vaultSide;

export type Call = <Name extends keyof InPage>(
  name: Name,
  ...about: Parameters<InPage[Name]>
) => Promise<Awaited<ReturnType<InPage[Name]>>>;

/** @param page One of the extension's own. Its security policy allows no script but the package's; the driver may. */
export async function callsIn(page: Page): Promise<Call> {
  await page.evaluate(await inPageScript("vault-side.ts", "vaultBench"));
  return async (name, ...about) => {
    const words = about.map((each) => JSON.stringify(each)).join(", ");
    return (await page.evaluate(`vaultBench.${name}(${words})`)) as never;
  };
}
