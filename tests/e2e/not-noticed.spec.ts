import { test } from "../support/journey";
import { expectNotNoticed } from "../support/prober";

test("a page cannot tell before the click, is changed only as listed, and stands as before", async ({
  driven,
  downloads,
}) => {
  const target = await driven.browser.waitForTarget((one) => one.type() === "service_worker");
  const files = ["manifest.json", "popup.html", "library.html", "capture.js", "redraw.js", "icon/32.png"];
  await expectNotNoticed(
    driven,
    downloads,
    files.map((file) => new URL(file, target.url()).href),
  );
});
