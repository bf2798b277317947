/** Every face of every page, by name. The names are the names of the picture files. */
import type { JSX } from "preact";
import { CAPTURE_FAILURES, VAULT_FAILURES } from "@/src/model/errors";
import { Library, type LibraryCalls } from "@/src/ui/library/Library";
import type {
  HandOverState,
  ItemState,
  LibraryState,
  ListState,
  MarkedState,
  PictureState,
  WholePageState,
} from "@/src/ui/library/state";
import { Popup, type PopupCalls } from "@/src/ui/popup/Popup";
import type { PopupState } from "@/src/ui/popup/state";
import type { ShownFinding, VerifyState } from "@/src/ui/verify/state";
import { Verify, type VerifyCalls } from "@/src/ui/verify/Verify";
import * as sample from "./samples";

const nothing = () => {};
const resolved = async () => {};

const popupCalls: PopupCalls = {
  onLook: nothing,
  onSave: nothing,
  onStop: nothing,
  onReport: nothing,
  onOpenNotes: nothing,
  onLeave: nothing,
};

const libraryCalls: LibraryCalls = {
  onShowPicture: nothing,
  onCoverPicture: nothing,
  onSaveMarked: nothing,
  onStopMarked: nothing,
  onKeepWholePage: nothing,
  onEndWholePage: nothing,
  onMakePackage: nothing,
  onStopPackage: nothing,
  onAnotherPackage: nothing,
  onCopy: resolved,
  onLeave: nothing,
};

const verifyCalls: VerifyCalls = { onFile: nothing, onStop: nothing, onCopy: resolved, onLeave: nothing };

const { report, missing, items, record, history, wholePage } = sample;
const page = { url: sample.URL_OF_POST, facts: sample.facts };

const popup: Record<string, PopupState> = {
  looking: { step: "looking" },
  ready: { step: "ready", page, report, isPrivateWindow: false },
  "ready-nothing-found": {
    step: "ready",
    page: { url: sample.nothingFound.pageUrl, facts: sample.nothingFound },
    report: null,
    isPrivateWindow: false,
  },
  "ready-unusual-characters": {
    step: "ready",
    page: { url: `${sample.URL_OF_POST}?${"long=address&".repeat(12)}`, facts: sample.hostile },
    report: { ...report, isBestForm: false },
    isPrivateWindow: false,
  },
  "ready-private-window": { step: "ready", page, report, isPrivateWindow: true },
  "saving-measuring": { step: "saving", tilesDone: 0, tilesTotal: 0 },
  saving: { step: "saving", tilesDone: 3, tilesTotal: 12 },
  paused: { step: "paused", tilesDone: 3, tilesTotal: 12 },
  sealing: { step: "sealing" },
  saved: { step: "saved", exhibit: 1, missing: [], report },
  "saved-no-form": { step: "saved", exhibit: 1, missing: [], report: null },
  "saved-something-missing": { step: "saved", exhibit: 1, missing, report },
  "cannot-save": { step: "cannotSave", failure: "pageForbidden", report: null },
  "cannot-save-can-report": { step: "cannotSave", failure: "pdfViewer", report },
  ...Object.fromEntries(
    CAPTURE_FAILURES.map((failure) => [`failed-${failure}`, { step: "failed", failure, report } as const]),
  ),
};

const item = (picture: PictureState, changed = record, marked: MarkedState = { step: "waiting" }): ItemState => ({
  step: "read",
  record: changed,
  history,
  picture,
  marked,
});
const lists: Record<string, ListState> = {
  "kept-items": { step: "read", items, damaged: [] },
  "kept-items-empty": { step: "read", items: [], damaged: [] },
  "kept-items-reading": { step: "reading" },
  "kept-items-failed": { step: "failed", failure: "cannotOpen" },
};

const itemFaces: Record<string, ItemState> = {
  item: item({ step: "covered" }),
  "item-opening": item({ step: "opening" }),
  "item-shown": item({ step: "shown", objectUrl: "/sample.png" }),
  "item-shown-very-tall": item(
    { step: "shown", objectUrl: "/sample-tall.png" },
    { ...record, picture: { ...record.picture, heightPx: 21_000 } },
  ),
  "item-whole-page": item({ step: "covered" }, { ...record, wholePage }),
  "item-picture-failed": item({ step: "failed", failure: "damaged" }),
  "item-something-missing": item(
    { step: "covered" },
    {
      ...record,
      missing,
      facts: sample.nothingFound,
      env: { ...record.env, privateWindow: true },
      picture: { ...record.picture, method: "re-drawn" },
    },
  ),
  "item-pictures-covered": item({ step: "covered" }, { ...record, pictures: "covered" }),
  "item-unusual-characters": item({ step: "covered" }, { ...record, facts: sample.hostile }),
  "item-marked-making": item({ step: "covered" }, record, { step: "making", rowsDone: 2900, rowsTotal: 6780 }),
  "item-marked-made": item({ step: "covered" }, record, {
    step: "made",
    fileName: "document-003-20261121-010208.png",
  }),
  "item-marked-not-made": item({ step: "covered" }, record, { step: "notMade", failure: "fileChanged" }),
  "item-reading": { step: "reading" },
  ...Object.fromEntries(
    VAULT_FAILURES.map((failure) => [`item-failed-${failure}`, { step: "failed", failure } as const]),
  ),
};

const handOvers: Record<string, HandOverState> = {
  "hand-over": { step: "choosing", items, damaged: [] },
  "hand-over-empty": { step: "choosing", items: [], damaged: [] },
  "hand-over-reading": { step: "reading" },
  "hand-over-failed": { step: "failed", failure: "damaged" },
  "hand-over-counting": { step: "making", filesDone: 0, filesTotal: 0 },
  "hand-over-making": { step: "making", filesDone: 3, filesTotal: 12 },
  "hand-over-made": {
    step: "made",
    package: {
      fileName: "documents-20261121-031205.zip",
      items: 4,
      tagManifestSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      logBrokenAt: null,
    },
  },
  "hand-over-stopped": { step: "notMade", failure: { code: "cancelled" } },
  "hand-over-file-changed": { step: "notMade", failure: { code: "fileChanged", exhibit: 2 } },
};

const wholePages: Record<string, WholePageState> = {
  "settings-whole-page": "off",
  "settings-whole-page-on": "on",
  "settings-whole-page-asking": "asking",
  "settings-whole-page-refused": "refused",
};

const library: Record<string, LibraryState> = {
  ...mapped(lists, (list) => ({ section: "kept", list })),
  ...mapped(itemFaces, (face) => ({ section: "item", item: face })),
  ...mapped(handOvers, (handOver) => ({ section: "handOver", handOver })),
  settings: {
    section: "settings",
    version: "0.1.0",
    room: { used: 48_210_334, left: 11_870_000_000 },
    wholePage: null,
  },
  ...mapped(wholePages, (wholePage) => ({
    section: "settings",
    version: "0.1.0",
    room: { used: 48_210_334, left: 11_870_000_000 },
    wholePage,
  })),
};

const contents = {
  exhibits: 4,
  files: 17,
  bytes: 18_402_113,
  tagManifestSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  software: "Tidemark 0.1.0+1f0f3f6c1a01",
  baggingDate: "2026-11-21",
};

const findings: ShownFinding[] = [
  { code: "fileChanged", path: "data/exhibits/002/original/screen-000.png" },
  { code: "custodyBroken", index: 3 },
  { code: "custodyHeadMismatch" },
];

const fileName = "documents-20261121-031205.zip";
const verify: Record<string, VerifyState> = {
  waiting: { step: "waiting" },
  checking: { step: "checking", fileName, bytesDone: 7_300_000, bytesTotal: 18_402_113 },
  unchanged: { step: "checked", fileName, verdict: { kind: "checked", intact: true, findings: [], facts: contents } },
  changed: { step: "checked", fileName, verdict: { kind: "checked", intact: false, findings, facts: contents } },
  "not-a-package": { step: "checked", fileName: "holiday.zip", verdict: { kind: "notABundle", reason: "notOneBag" } },
  stopped: { step: "stopped" },
  "not-read": { step: "notRead", fileName },
};

export const SCREENS: Record<string, () => JSX.Element> = {
  ...drawn("popup", popup, (state) => <Popup state={state} calls={popupCalls} />),
  ...drawn("library", library, (state) => <Library state={state} calls={libraryCalls} verifyHref="/verify.html" />),
  ...drawn("verify", verify, (state) => <Verify state={state} calls={verifyCalls} notesHref="/library.html" />),
};

function drawn<State>(page: string, states: Record<string, State>, draw: (state: State) => JSX.Element) {
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [`${page}-${name}`, () => draw(state)]));
}

function mapped<From, To>(from: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, change(value)]));
}
