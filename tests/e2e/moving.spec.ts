import type { PNG } from "pngjs";
import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { readCodes } from "../support/codes";
import { expect, test } from "../support/journey";

/** A colour in the middle of some box, rounded to what compressing a film leaves of it. */
function colourAt({ data, width }: PNG, x: number, y: number): string {
  const at = (y * width + x) * 4;
  return [...data.subarray(at, at + 3)].map((channel) => (Math.round(channel / 51) * 3).toString(16)).join("");
}

test("films and WebGL are in the picture as the page shows them, and go on or stand still as before", async ({
  driven,
  pages,
  downloads,
}) => {
  const page = await driven.openPage(`${pages.origin}/moving.html`);
  await page.waitForFunction(() => document.title.startsWith("Ready"));
  expect(await page.title()).toBe("Ready");
  const films = () =>
    page.evaluate(() => {
      const [held, running] = [...document.querySelectorAll("video")];
      const { heard } = globalThis as unknown as { heard: string[] };
      return { heldAt: held!.currentTime, isHeld: held!.paused, isRunning: !running!.paused, heard };
    });
  const before = await films();
  expect(before).toMatchObject({ isHeld: true, isRunning: true });
  expect((await keepPage(driven, page)).label).toBe("EX-001");
  expect(await films()).toEqual(before);

  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const picture = bundle.picture("001");
  expect([picture.width, picture.height]).toEqual([1280, 3000]);
  const seen = {
    heldFilm: colourAt(picture, 200, 220),
    runningFilm: colourAt(picture, 200, 1320),
    besideIt: colourAt(picture, 500, 1320),
    webGl: [colourAt(picture, 100, 2120), colourAt(picture, 300, 2120)],
    webGlThatGoesOn: [colourAt(picture, 100, 2620), colourAt(picture, 300, 2620)],
  };
  expect(seen).toEqual({
    heldFilm: "00f",
    runningFilm: "090",
    besideIt: "fff",
    webGl: ["f0f", "0ff"],
    webGlThatGoesOn: ["f90", "09f"],
  });
  const { picture: info, missing, actions } = bundle.record("001");
  expect(info).toMatchObject({ method: "photograph", complete: true });
  expect(missing.map(({ what }) => what)).toEqual(["videos", "handle", "posted-time"]);
  expect(actions.map(({ act }) => act)).not.toContain("pause-animations");
});

test("a page without an end is taken to the limit that is set, each part once, and the record says that it goes on", async ({
  driven,
  pages,
  downloads,
}) => {
  const settings = await driven.openOwnPage("library.html#/settings");
  await settings.fill("Screens at most", "6");
  await settings.untilText(/It holds from the next page on/);
  const page = await driven.openPage(`${pages.origin}/codes.html?bands=20&endless`);
  const kept = await keepPage(driven, page);
  expect(kept.label).toBe("EX-001");
  expect(kept.said).toContain("The page goes on below");
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  const { picture, missing } = bundle.record("001");
  expect(picture).toMatchObject({ complete: false, tiles: 6, heightPx: 6 * 720 });
  const codes = readCodes(bundle.picture("001"));
  expect(codes).toEqual(Array.from({ length: 43 }, (_, n) => n));
  const screens = { taken: 6, of: expect.any(Number) };
  expect(missing).toContainEqual({ what: "full-page-picture", why: "pageTooLong", screens });
  // Only as much was loaded as is taken, and a little beyond.
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(10 * 720);
});
