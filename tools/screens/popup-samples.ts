/** Made-up states of the popup. */
import { CAPTURE_FAILURES } from "@/src/model/errors";
import type { UtcInstant } from "@/src/model/instant";
import type { ReportedHere } from "@/src/model/look";
import { type Beside, NOTHING_BESIDE } from "@/src/ui/popup/run-beside";
import { shownOn } from "@/src/ui/popup/run-reporting";
import type { PopupState } from "@/src/ui/popup/state";
import { cameAcross, forSomeone } from "./case-samples";
import * as sample from "./samples";
import { missing, report } from "./samples";

export const page = { url: sample.URL_OF_POST, ...sample.pageOf(sample.facts) };

const feed = {
  url: "https://www.example.com/home",
  ...sample.pageOf(sample.nothingFound, {
    candidates: sample.candidates,
    thread: { posts: [], shown: 12, declared: null },
  }),
};

const open: Omit<Extract<PopupState, { step: "ready" }>, "step" | "page" | "report" | "wasCutOff"> = {
  now: null,
  isFirst: false,
  addressOnly: "asked",
  posts: [],
  chosen: null,
  isPrivateWindow: false,
};

const onPage = shownOn(sample.URL_OF_POST, page);

export const popup: Record<string, PopupState> = {
  looking: { step: "looking" },
  ready: { step: "ready", page, report, ...open },
  "ready-scrolls-inside": { step: "ready", page: { ...page, inner: { found: true, isMain: true } }, report, ...open },
  "ready-nothing-found": {
    step: "ready",
    page: { ...page, url: sample.nothingFound.pageUrl, ...sample.pageOf(sample.nothingFound) },
    report: null,
    ...open,
  },
  "ready-unusual-characters": {
    step: "ready",
    page: { ...page, url: `${sample.URL_OF_POST}?${"long=address&".repeat(12)}`, ...sample.pageOf(sample.hostile) },
    report: { ...report, isBestForm: false },
    ...open,
  },
  "ready-first": { step: "ready", page, report, ...open, isFirst: true },
  "ready-for-someone": { step: "ready", page, report, ...open, now: forSomeone },
  "ready-came-across": { step: "ready", page, report, ...open, now: cameAcross },
  "ready-address-only": { step: "ready", page, report, ...open, now: cameAcross, addressOnly: "kept" },
  "ready-private-window": { step: "ready", page, report, ...open, isPrivateWindow: true },
  "ready-cut-off": { step: "ready", page, report, ...open, wasCutOff: true },
  "ready-which-one": { step: "ready", page: feed, report, ...open, posts: sample.candidates },
  "ready-one-chosen": {
    step: "ready",
    page: {
      ...feed,
      chosenBy: "chosen",
      facts: { ...sample.facts, postedAt: null, postedAtText: "3h" },
      derived: sample.derived,
    },
    report,
    ...open,
    posts: sample.candidates,
    chosen: 2,
  },
  "ready-check-this": {
    step: "ready",
    page: {
      ...page,
      chosenBy: "address",
      doubts: sample.doubts,
      thread: { posts: [], shown: 13, declared: { shown: 12, total: 57 } },
    },
    report,
    ...open,
  },
  "ready-another-post": {
    step: "ready",
    page: { ...page, chosenBy: "middle", candidates: sample.candidates },
    report,
    ...open,
    posts: sample.candidates,
  },
  "saving-measuring": { step: "saving", tilesDone: 0, tilesTotal: 0 },
  saving: { step: "saving", tilesDone: 3, tilesTotal: 12 },
  "saving-again": { step: "saving", tilesDone: 3, tilesTotal: 12, again: "backgroundStopped" },
  paused: { step: "paused", tilesDone: 3, tilesTotal: 12, why: "outOfSight" },
  "paused-resized": { step: "paused", tilesDone: 3, tilesTotal: 12, why: "resized" },
  sealing: { step: "sealing" },
  saved: { step: "saved", exhibit: 1, missing: [], report, offersPassphrase: false },
  "saved-first": { step: "saved", exhibit: 1, missing: [], report, offersPassphrase: true },
  "saved-locked": { step: "saved", exhibit: null, missing: [], report, offersPassphrase: false },
  "saved-no-form": { step: "saved", exhibit: 1, missing: [], report: null, offersPassphrase: false },
  "saved-elsewhere": { step: "saved", exhibit: 1, missing: [], report, offersPassphrase: false, wentElsewhere: true },
  "saved-something-missing": { step: "saved", exhibit: 1, missing, report, offersPassphrase: false },
  "saved-up-to-the-limit": {
    step: "saved",
    exhibit: 1,
    missing: sample.missingOfLong,
    report,
    offersPassphrase: false,
  },
  reporting: {
    step: "reporting",
    kind: "intimate-picture",
    offer: report,
    shown: onPage,
    kept: null,
    keeping: "asked",
  },
  "reporting-little-known": {
    step: "reporting",
    kind: "threat",
    offer: { ...report, asks: [], asksSeen: false, caution: "Known only from a list that others keep." },
    shown: { ...onPage, handle: null },
    kept: sample.ITEM,
    keeping: "asked",
  },
  "reporting-no-form": {
    step: "reporting",
    kind: "other-abuse",
    offer: null,
    shown: onPage,
    kept: null,
    keeping: "asked",
  },
  "under-18": { step: "under18", offer: report, shown: onPage, kept: null, keeping: "asked" },
  "under-18-kept": { step: "under18", offer: report, shown: onPage, kept: null, keeping: "kept" },
  "under-18-locked": { step: "under18", offer: null, shown: onPage, kept: null, keeping: { failure: "locked" } },
  "cannot-save": { step: "cannotSave", failure: "pageForbidden", report: null },
  "cannot-save-can-report": { step: "cannotSave", failure: "pdfViewer", report },
  ...Object.fromEntries(
    CAPTURE_FAILURES.map((failure) => [`failed-${failure}`, { step: "failed", failure, report } as const]),
  ),
};

/** Popups beside which something about reports stands. */
const readyFace = popup.ready as Extract<PopupState, { step: "ready" }>;

const reported: ReportedHere = {
  address: onPage.address,
  reports: [],
  to: ["Bluesky", "A host"],
  sentUtc: "2026-11-20T05:05:00.000Z" as UtcInstant,
  tz: "Asia/Hong_Kong",
  isUnder18: false,
};

export const besideFaces: Record<string, [PopupState, Beside]> = {
  "form-opened": [readyFace, { opened: { to: "Bluesky", address: onPage.address, keeping: "asked" }, here: null }],
  "form-sent-locked": [
    readyFace,
    { opened: { to: "Bluesky", address: onPage.address, keeping: { failure: "full" } }, here: null },
  ],
  "reported-before": [readyFace, { opened: null, here: { reported, keeping: "asked" } }],
  "reported-under-18": [
    { ...readyFace, isUnder18: true },
    { opened: null, here: { reported: { ...reported, isUnder18: true }, keeping: "kept" } },
  ],
  "saved-as-proof": [
    { step: "saved", exhibit: 2, missing: [], report, offersPassphrase: false, look: "kept" },
    NOTHING_BESIDE,
  ],
  "reporting-under-18-kept-before": [
    { step: "reporting", kind: "under-18", offer: report, shown: onPage, kept: sample.ITEM, keeping: "asked" },
    NOTHING_BESIDE,
  ],
};
