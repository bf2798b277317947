import { join } from "node:path";
import { handOver, keepPage } from "@/tools/drive/journey";
import { serveFolder } from "@/tools/serve";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";

test("what was on the page and no picture can hold is counted: videos and sound, and how long they last", async ({
  driven,
  downloads,
}) => {
  const served = await serveFolder(join(import.meta.dirname, "..", "fixtures", "pages"));
  const page = await driven.openPage(`${served.origin}/players.html`);
  await page.waitForFunction(() =>
    Array.from(document.querySelectorAll("audio")).every(({ duration }) => duration > 0),
  );
  expect((await keepPage(driven, page)).label).not.toBeNull();
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const { missing } = bundle.record("001");
  const [videos] = missing.filter(({ what }) => what === "videos");
  expect(videos).toMatchObject({ what: "videos", why: "onlySeen", total: 5 });
  expect(videos!.lengths!.toSorted((a, b) => a - b)).toEqual([7, 15, 62, 190]);
  expect(bundle.text("data/binder.html")).toContain("How many: 5; lengths:");
  await served.close();
});
