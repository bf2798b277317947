/** A page of ours at an address of someone else's site: it is made up on the way, and nothing is asked of that site. */
import type { Page } from "puppeteer-core";
import type { Driven } from "@/tools/drive/driven";

export async function openMadeUp(driven: Driven, address: string): Promise<Page> {
  const page = await driven.openPage("about:blank");
  await page.setRequestInterception(true);
  page.on("request", (request) =>
    request.respond({ status: 200, contentType: "text/html", body: "<title>A post</title><p>Words</p>" }),
  );
  await page.goto(address);
  return page;
}
