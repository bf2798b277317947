const drawn = ["en", "zh-Hant"].flatMap((language) =>
  ["light", "dark"].map((scheme) => ({ name: `${language}.${scheme}`, language, scheme, isDrawn: true })),
);
/** Checked only when they are drawn: `npm test` looks at Chinese at 320 px, where words run out of room first. */
export const ONLY_DRAWN = ["zh-Hant.light", "zh-Hant.dark"];

/** How each face is looked at. Those that are not drawn are checked all the same. */
export const VARIANTS = [
  ...drawn,
  { name: "en.light.320px", language: "en", scheme: "light", widthCss: 320, walksByKeyboard: true },
  { name: "zh-Hant.dark.320px", language: "zh-Hant", scheme: "dark", widthCss: 320 },
  { name: "ar.light", language: "ar", scheme: "light" },
  { name: "en.forced-colours", language: "en", scheme: "dark", forcedColours: true },
];

/** How the main faces are looked at besides: stretched, and from right to left in the two forms where that goes wrong. */
export const MORE_VARIANTS = [
  { name: "en-XA.light.320px", language: "en-XA", scheme: "light", widthCss: 320 },
  { name: "ar.light.320px", language: "ar", scheme: "light", widthCss: 320 },
  { name: "ar.forced-colours", language: "ar", scheme: "dark", forcedColours: true },
];
export const MAIN_FACES = [
  "popup-ready",
  "popup-saved",
  "popup-reporting",
  "library-account",
  "library-guide-meeting",
  "library-hand-over",
  "library-hand-over-made",
  "library-help",
  "library-item",
  "library-item-remarks",
  "library-kept-items",
  "library-kept-items-many-tiles",
  "library-locked",
  "library-notice",
  "library-reports",
  "library-settings",
  "verify-unchanged",
];

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

export async function openFace(page, base, name, { language, scheme, widthCss, forcedColours = false }) {
  const kind = name.split("-")[0];
  await page.setViewport({ width: widthCss ?? WIDTH[kind], height: HEIGHT[kind], deviceScaleFactor: 1 });
  const cdp = await sessionOf(page);
  await cdp.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
      { name: "forced-colors", value: forcedColours ? "active" : "none" },
    ],
  });
  const narrow = widthCss ? "&tab" : "";
  await page.goto(`${base}?screen=${name}&language=${language}${narrow}`);
  await page.waitForSelector("main");
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
}
