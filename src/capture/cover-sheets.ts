/**
 * The style sheets that cover everything pictorial. They are inserted with origin "USER": their `!important` is above
 * every declaration and animation of the page, they hold for nodes that come later, and they leave nothing in the
 * document. Chromium does not carry them into shadow roots; there the page side adopts the same sheets
 * (page-side/cover-shadow.ts). None of them changes the size or place of a box.
 *
 * Where a declaration can hide a picture without losing sight of it, it is used: `background-size: 0` draws nothing, yet
 * the page side still reads from `background-image` that there is a picture (page-side/cover.ts).
 *
 * Chromium leaves sheets on a page when the extension that inserted them is taken away, and nobody may remove them then. So
 * there they lie under a switch of a random name, which only the page side knows besides us (page-side/cover-switch.ts).
 */

/** What frames are drawn through: any colour becomes the cover's. */
export const FRAME_FILTER = "contrast(0) brightness(0.914)";
/** White on it and black on it both have a contrast above 4.5 : 1. */
export const COVER_COLOUR = "#757575";
/** So far away that no picture reaches back: the longest side a browser decodes is 65,535 pixels. Six digits, because
 * Chromium writes seven as a power of ten. */
export const OUT_OF_SIGHT = "-999999px";

/** Shown as a whole, at a place of its own: boxes whose content is drawn by `object-fit` rules. */
export const PICTURES = "img, video, canvas, input[type=image i]";
/** Documents of their own. Their content cannot be told apart, so all of it becomes one grey. */
export const FRAMES = "iframe, frame, fencedframe, object, embed, applet, portal, model, webview, controlledframe";

/** Boxes that style sheets make or reach beside the elements themselves. One rule each: an unknown one ends its rule. */
const PARTS = [
  "before",
  "after",
  "marker",
  "backdrop",
  "first-letter",
  "first-line",
  "placeholder",
  "file-selector-button",
  "details-content",
  "checkmark",
  "picker-icon",
  "picker(select)",
  "scroll-marker",
  "scroll-marker-group",
  "scroll-button(*)",
  "column",
  "cue",
  "-webkit-scrollbar",
  "-webkit-scrollbar-button",
  "-webkit-scrollbar-corner",
  "-webkit-scrollbar-thumb",
  "-webkit-scrollbar-track",
  "-webkit-scrollbar-track-piece",
  "-webkit-resizer",
  "-webkit-slider-thumb",
  "-webkit-slider-runnable-track",
  "-webkit-slider-container",
  "-webkit-progress-bar",
  "-webkit-progress-value",
  "-webkit-progress-inner-element",
  "-webkit-meter-bar",
  "-webkit-meter-inner-element",
  "-webkit-meter-optimum-value",
  "-webkit-meter-suboptimum-value",
  "-webkit-meter-even-less-good-value",
  "-webkit-search-cancel-button",
  "-webkit-search-decoration",
  "-webkit-search-results-button",
  "-webkit-calendar-picker-indicator",
  "-webkit-clear-button",
  "-webkit-inner-spin-button",
  "-webkit-outer-spin-button",
  "-webkit-color-swatch",
  "-webkit-color-swatch-wrapper",
  "-webkit-details-marker",
  "-webkit-file-upload-button",
  "-webkit-input-placeholder",
  "-webkit-datetime-edit",
  "-webkit-media-controls",
  "-webkit-media-controls-panel",
  "-webkit-media-controls-enclosure",
  "-webkit-media-controls-overlay-enclosure",
  "-webkit-media-controls-overlay-play-button",
  "-webkit-media-controls-play-button",
  "-webkit-media-controls-timeline",
  "-webkit-media-text-track-container",
  "-moz-range-thumb",
  "-moz-range-track",
  "-moz-range-progress",
  "-moz-progress-bar",
  "-moz-meter-bar",
  "-moz-color-swatch",
  "-moz-list-bullet",
  "-moz-list-number",
  "-moz-placeholder",
  "-moz-focus-inner",
  "-moz-selection",
  "selection",
] as const;

/** In any box: no picture from a style sheet is drawn. */
const NO_STYLE_PICTURES = `
  background-size: 0 0 !important;
  border-image-source: none !important;
  list-style-image: none !important;
  mask-image: none !important;
  -webkit-mask-image: none !important;
  mask-border-source: none !important;
  -webkit-mask-box-image-source: none !important;
  -webkit-box-reflect: none !important;
  cursor: auto !important;`;

/**
 * The same elements with the weight of four ids that no element has together. Among sheets of the page, where ours lie
 * in shadow roots, weight decides.
 */
const strong = (selectors: string) => `:is(${selectors}, #a#b#c#d)`;
const ANY = strong("*|*");
/** The element that a shadow root hangs on; it has none in a sheet of the document. */
const HOST = `:host(${strong("*")})`;
const partsOf = (...parts: readonly string[]) => parts.flatMap((part) => [`${ANY}::${part}`, `${HOST}::${part}`]);

const rules = (declarations: string, ...selectors: string[]) =>
  selectors.map((selector) => `${selector} {${declarations}}`).join("\n");

/** Nothing slides from one look to another: a transition stands above even these sheets. */
const NOT_SLIDING = "transition: none !important;";
const STILL = rules(NOT_SLIDING, ANY, HOST, ...partsOf(...PARTS, "view-transition-group(*)"));

/** For elements that a style sheet turns into a picture by `content: url()`. */
const NO_CONTENT = `object-position: ${OUT_OF_SIGHT} ${OUT_OF_SIGHT} !important; object-view-box: none !important;`;

/** All that can be covered whatever the page does. */
const COVERS = [
  rules(NO_STYLE_PICTURES, ANY, HOST, ...partsOf(...PARTS)),
  rules(NO_CONTENT, ANY, HOST),
  rules(
    `background: ${COVER_COLOUR} border-box !important; overflow: clip !important;
     overflow-clip-margin: content-box 0px !important; forced-color-adjust: none !important;`,
    strong(PICTURES),
  ),
  rules(
    `background: ${COVER_COLOUR} border-box !important; filter: ${FRAME_FILTER} !important;
     forced-color-adjust: none !important;`,
    strong(FRAMES),
  ),
  // Half clear: a drawing may lie over words, and what lies behind it is covered by itself.
  rules(
    "background: rgb(117 117 117 / 0.5) border-box !important; forced-color-adjust: none !important;",
    strong("svg|svg:not(svg|* svg|svg)"),
  ),
  rules("visibility: hidden !important;", strong("svg|*:not(svg|svg)")),
  // A snapshot of how the page looked before it was covered.
  rules("display: none !important;", ...partsOf("view-transition-old(*)")),
].join("\n");

const NO_FILTERS = "filter: none !important; backdrop-filter: none !important;";

/** All but the first two only some pages need, because they take more than pictures away. */
const SHEETS = {
  still: STILL,
  covers: COVERS,
  /** Pictures in `::before` and the like by `content: url()`: their words are hidden with them, the room stays. */
  generated: rules(
    "visibility: hidden !important;",
    ...partsOf("before", "after", "checkmark", "picker-icon", "scroll-marker", "scroll-button(*)"),
  ),
  markers: rules('content: "" !important;', ...partsOf("marker")),
  /** Filters that can draw by `url()`. Without them, what lies fixed inside such an element may move. */
  filters: [
    rules("filter: none !important;", strong(`*|*:not(${FRAMES})`)),
    rules("backdrop-filter: none !important;", ANY),
    rules(NO_FILTERS, HOST, ...partsOf(...PARTS)),
  ].join("\n"),
} as const;

export type CoverSheet = keyof typeof SHEETS;

/** What each sheet does to the root's own box, which stands in no container and so needs a switch of its own. */
const ON_ROOT: Record<CoverSheet, string> = {
  still: NOT_SLIDING,
  covers: NO_STYLE_PICTURES + NO_CONTENT,
  generated: "",
  markers: "",
  filters: NO_FILTERS,
};

/** @param switchName Letters and digits; `null`: the sheet lies under no switch. */
export function coverSheet(name: CoverSheet, switchName: string | null): string {
  const namespace = "@namespace svg url(http://www.w3.org/2000/svg);";
  if (switchName === null) return [namespace, SHEETS[name]].join("\n");
  const inContainers = `@container not style(--${switchName}: 1) {${SHEETS[name]}}`;
  return [namespace, inContainers, `:root:not([${switchName}]) {${ON_ROOT[name]}}`].join("\n");
}
