/** Opens a face of the gallery in a view of `views.mjs`. */
const HEIGHT = { popup: 400, library: 760, verify: 760, recorder: 760 };
const WIDTH = { popup: 360, library: 1080, verify: 1080, recorder: 1080 };

/** Keeps what the content security policy refuses, for the check. */
export async function rememberRefusals(page) {
  await page.evaluateOnNewDocument(() => {
    globalThis.refused = [];
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));
  });
}

/** One session a page: what it emulates ends with it. */
const sessions = new Map();
async function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}

/** Opens the face in the view, in the first of its colourings. */
export async function openFace(page, base, name, { language, widthCss, heightCss, colours }) {
  const kind = name.split("-")[0];
  await page.setViewport({ width: widthCss ?? WIDTH[kind], height: heightCss ?? HEIGHT[kind], deviceScaleFactor: 1 });
  await colourFace(page, colours[0]);
  const narrow = widthCss ? "&tab" : "";
  await page.goto(`${base}?screen=${name}&language=${language}${narrow}`);
  await page.waitForSelector("main");
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
}

/** Nothing moves from one colouring to the other, because less motion is asked for, too. */
export async function colourFace(page, { scheme, forcedColours = false }) {
  const cdp = await sessionOf(page);
  await cdp.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
      { name: "forced-colors", value: forcedColours ? "active" : "none" },
    ],
  });
}
