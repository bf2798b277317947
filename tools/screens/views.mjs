/** How each face is looked at: in a language and a size, in which it is opened once, and there in one colouring after the other. */

const LIGHT = { name: "light", scheme: "light" };
const DARK = { name: "dark", scheme: "dark" };
const FORCED = { name: "forced-colours", scheme: "dark", forcedColours: true };
const COLOURS = [LIGHT, DARK, FORCED];
/** A screen of 1280 by 1024 pixels at 400 %. There the Tab key is tried. */
const ZOOMED = { widthCss: 320, heightCss: 256, walksByKeyboard: true };

/** Chinese is looked at in 320 px only, where words run out of room first. */
const VIEWS = [
  { language: "en", colours: COLOURS },
  { language: "en", ...ZOOMED, colours: [LIGHT] },
  { language: "zh-Hant", widthCss: 320, colours: [DARK, FORCED] },
  { language: "ar", colours: COLOURS },
];

/** The main faces besides, and with `--all` every face: stretched, and narrow from right to left. */
const MORE_VIEWS = [
  { language: "en-XA", widthCss: 320, colours: [LIGHT] },
  { language: "ar", ...ZOOMED, colours: [LIGHT] },
];

/** Every face, where all are drawn, and with `--all`. */
const CHINESE_VIEWS = [{ language: "zh-Hant", colours: COLOURS }];

/** Every face besides, with `--all`. */
const WHOLE_VIEWS = [
  { language: "en", widthCss: 320, colours: [DARK, FORCED] },
  { language: "zh-Hant", ...ZOOMED, colours: [LIGHT] },
  { language: "ar", widthCss: 320, colours: [DARK, FORCED] },
];

/** Faces that differ from another in one sentence only are looked at in the two forms in which a sentence can go wrong. */
const SENTENCE_VIEWS = [
  { language: "en", colours: [LIGHT] },
  { language: "zh-Hant", widthCss: 320, colours: [DARK] },
];

const MAIN_FACES = [
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

/**
 * @param isDrawing Pictures are made, too.
 * @param isWhole Every view there is.
 */
export function viewsOf(name, { isDrawing, isWhole }) {
  if (name.includes("-failed-")) return SENTENCE_VIEWS;
  return [
    ...VIEWS,
    ...(isWhole || MAIN_FACES.includes(name) ? MORE_VIEWS : []),
    ...(isWhole || isDrawing ? CHINESE_VIEWS : []),
    ...(isWhole ? WHOLE_VIEWS : []),
  ];
}

/** Light and dark in two languages; the main faces in Arabic too. */
export function isDrawn(name, { language, widthCss }, colour) {
  if (widthCss !== undefined || colour.forcedColours) return false;
  return language !== "ar" || (colour === LIGHT && MAIN_FACES.includes(name));
}

/** As it stands in the name of a picture and in a finding. */
export function viewName({ language, widthCss, heightCss }, colour) {
  const size = [widthCss, heightCss].filter(Boolean).join("x");
  return [language, colour.name, ...(size === "" ? [] : [`${size}px`])].join(".");
}
