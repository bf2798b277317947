/** Pictures of a page that nobody wrote: bars in place of words. */
export async function drawSamples(browser) {
  return [
    ["/sample.png", await drawn(browser, 6400)],
    ["/sample-tall.png", await drawn(browser, 21_000)],
  ];
}

async function drawn(browser, height) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent(`<style>
    body { margin: 0; height: ${height}px; background:
      repeating-linear-gradient(#0000 0 300px, #fff 300px 340px),
      linear-gradient(90deg, #fff 0 160px, #0000 160px 1120px, #fff 1120px),
      repeating-linear-gradient(#dbe5e6 0 18px, #fff 18px 40px); }
  </style>`);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 1280, height }, captureBeyondViewport: true });
  await page.close();
  return Buffer.from(picture);
}
