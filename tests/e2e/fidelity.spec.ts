import { join } from "node:path";
import { checkMarkers } from "@/tools/bench/markers";
import { pngPicture } from "@/tools/bench/png-rows";
import { handOver, keepPage } from "@/tools/drive/journey";
import { serveFolder } from "@/tools/serve";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";

/** Pages on which other tools repeat, hide or lose things; each says which coloured blocks must be there once. */
const PAGES = [
  "fixed-top-covering",
  "fixed-cookie-wall",
  "fixed-visible-own",
  "fixed-modal",
  "fixed-reaches-out",
  "fixed-while-taken",
  "shifts-while-taken",
  "toggled-in-view",
  "fixed-rtl-wide",
  "modal-dialog",
  "sticky-bottom",
  "lazy-observer",
  "grows",
  "drops-off-screen",
  "fixed-by-script",
  "scrolls-itself-back",
];

test("fixed, sticky and lazy things appear exactly once and hide nothing", async ({ driven, downloads }) => {
  const served = await serveFolder(join(import.meta.dirname, "..", "fixtures", "fidelity"));
  const markers: string[][] = [];
  for (const name of PAGES) {
    const page = await driven.openPage(`${served.origin}/${name}.html`);
    markers.push(await page.$eval('meta[name="markers"]', (meta) => meta.getAttribute("content")!.split(/\s+/)));
    expect((await keepPage(driven, page)).label, name).not.toBeNull();
  }
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  for (const [n, name] of PAGES.entries()) {
    const folder = String(n + 1).padStart(3, "0");
    const png = bundle.bytes(`data/exhibits/${folder}/${bundle.record(folder).picture.file}`);
    expect(await checkMarkers(pngPicture(Buffer.from(png)), markers[n]!, 1), name).toBe("ok");
  }
  await served.close();
});
