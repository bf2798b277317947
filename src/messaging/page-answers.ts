/** The shape and limits of what the page side may answer. What does not fit is refused whole. */
import * as v from "valibot";
import type { PageAction } from "@/src/model/page-acts";
import { FACT_LIMITS } from "@/src/model/page-facts";
import { pageReading } from "./page-reading";
import {
  MOVES_BY,
  type PageAnswer,
  type PageAskName,
  RESOURCE_LIMITS,
  UNLOADED_LIMITS,
  VIDEO_LIMITS,
  WIDER_COVERS,
} from "./page-side";

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const length = v.pipe(v.number(), v.finite(), v.minValue(-1e7), v.maxValue(1e8));
const count = (limit: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limit));
const MAX_HTML_PART_CHARS = 16 << 20;
const MAX_ACTIONS = 40;

const geometry = v.strictObject({
  documentToken: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  entriesSeen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  visible: v.boolean(),
  viewWidthCss: length,
  viewHeightCss: length,
  windowWidthCss: length,
  windowHeightCss: length,
  pageWidthCss: length,
  pageHeightCss: length,
  dpr: v.pipe(v.number(), v.minValue(0.1), v.maxValue(20)),
  magnifiedBy: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
  pageLeftCss: length,
  movedXCss: length,
  movedYCss: length,
  shiftedCss: length,
});

const box = v.strictObject({ xCss: length, yCss: length, widthCss: length, heightCss: length });

const innerView = v.strictObject({
  box,
  topCss: length,
  lengthCss: length,
  viewCss: length,
  atStart: v.boolean(),
  atEnd: v.boolean(),
  movedUpCss: length,
  aboveCss: length,
  belowCss: length,
});
const actions: v.GenericSchema<unknown, PageAction[]> = v.pipe(
  v.array(v.union([v.strictObject({ act: actNames(), detail: text(200) }), v.strictObject({ act: actNames() })])),
  v.maxLength(MAX_ACTIONS),
);

const prepared = v.strictObject({
  geometry,
  fixed: v.pipe(v.array(box), v.maxLength(1000)),
  moveBy: v.picklist(MOVES_BY),
  dropsUnseen: v.boolean(),
  hasBackdrop: v.boolean(),
  passesLate: v.boolean(),
  actions,
});

function actNames() {
  return v.picklist<readonly PageAction["act"][]>([
    "scroll-to-top",
    "scroll-through",
    "move-root",
    "pass-whole-page",
    "load-lazy-images",
    "pause-animations",
    "keep-scrollbar-space",
    "unstick",
    "set-fixed-aside",
    "draw-off-screen",
    "scroll-inside",
    "load-history",
    "hide-over-box",
    "add-frame",
    "restore",
  ]);
}

const htmlPart = v.strictObject({
  parts: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
  base64: text(MAX_HTML_PART_CHARS),
});

const words = v.pipe(v.array(text(RESOURCE_LIMITS.characters)), v.maxLength(RESOURCE_LIMITS.count));

export const PAGE_ANSWERS: { [Name in PageAskName]: v.GenericSchema<unknown, PageAnswer<Name>> } = {
  inspect: pageReading,
  point: v.null(),
  choose: v.null(),
  kind: v.strictObject({ contentType: text(100) }),
  surroundings: v.strictObject({
    title: text(FACT_LIMITS.title),
    canonical: v.nullable(text(FACT_LIMITS.pageUrl)),
    frames: v.pipe(v.array(text(FACT_LIMITS.pageUrl)), v.maxLength(200)),
    scrollsInside: v.boolean(),
    languages: v.pipe(v.array(text(100)), v.maxLength(100)),
    userAgent: text(2000),
  }),
  look: geometry,
  prepare: prepared,
  passLate: v.strictObject({ changed: v.boolean() }),
  showPage: geometry,
  moveTo: geometry,
  passRest: geometry,
  unloaded: v.strictObject({
    count: v.pipe(v.number(), v.integer(), v.minValue(0)),
    addresses: v.pipe(v.array(text(UNLOADED_LIMITS.characters)), v.maxLength(UNLOADED_LIMITS.addresses)),
  }),
  videos: v.strictObject({
    count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(VIDEO_LIMITS.count)),
    lengths: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(VIDEO_LIMITS.seconds))),
      v.maxLength(VIDEO_LIMITS.lengths),
    ),
  }),
  html: htmlPart,
  resources: v.strictObject({ addresses: words, kept: words, typed: words }),
  wholePage: htmlPart,
  innerFind: v.strictObject({ found: v.boolean(), isMain: v.boolean() }),
  innerBegin: v.strictObject({ view: v.nullable(innerView) }),
  innerToStart: v.strictObject({ view: innerView, grew: v.boolean() }),
  innerTo: innerView,
  innerLook: innerView,
  cover: v.strictObject({
    holds: v.boolean(),
    needs: v.pipe(v.array(v.picklist(WIDER_COVERS)), v.maxLength(WIDER_COVERS.length)),
    covered: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9)),
  }),
  uncover: v.null(),
  redraw: v.strictObject({
    widthPx: count(16_000),
    heightPx: count(4_000_000),
    partPx: count(4_000_000),
    dpr: v.pipe(v.number(), v.minValue(0.1), v.maxValue(20)),
    lacking: v.pipe(v.number(), v.integer(), v.minValue(0)),
    isCut: v.boolean(),
  }),
  redrawPart: v.strictObject({ base64: text(MAX_HTML_PART_CHARS) }),
  redrawEnd: v.null(),
  release: actions,
};
