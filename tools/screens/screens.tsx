/** Every face of every page, by name. The names are the names of the picture files. */
import type { JSX } from "preact";
import { CheckPage } from "@/src/check-page/CheckPage";
import type { Correction } from "@/src/model/correction";
import type { DamagedCase } from "@/src/model/damage";
import type { Sha256 } from "@/src/model/digest";
import { CAPTURE_FAILURES, VAULT_FAILURES } from "@/src/model/errors";
import type { ExhibitRecord } from "@/src/model/exhibit";
import type { FixityReport } from "@/src/model/fixity";
import type { UtcInstant } from "@/src/model/instant";
import type { LockState } from "@/src/model/lock";
import type { ReportedHere } from "@/src/model/look";
import type { CutOffRecording } from "@/src/model/recording";
import type { Stamp } from "@/src/model/stamp";
import type { LetterItem } from "@/src/report/letter";
import { NO_FILTERS } from "@/src/search/filters";
import { GUIDES } from "@/src/ui/guides/guides";
import type { HelpState } from "@/src/ui/help/state";
import type { AccountState } from "@/src/ui/library/account/state";
import type { CopiesState } from "@/src/ui/library/copies/run-copies";
import type { CoverState } from "@/src/ui/library/cover/state";
import type { HandOverState } from "@/src/ui/library/hand-over/state";
import { Library } from "@/src/ui/library/Library";
import type { LibraryCalls } from "@/src/ui/library/library-calls";
import type { ReceiveState } from "@/src/ui/library/receive/run-receive";
import type { RemarksState } from "@/src/ui/library/remarks/state";
import type { GateState } from "@/src/ui/library/run-gate";
import { FIRST_VIEW } from "@/src/ui/library/run-kept";
import type { AtOnceState } from "@/src/ui/library/stamp/run-at-once";
import type { StampStep } from "@/src/ui/library/stamp/run-stamp";
import type {
  CheckState,
  ItemState,
  KeptView,
  LibraryState,
  ListState,
  LockingState,
  MarkedState,
  PictureState,
  WholePageState,
} from "@/src/ui/library/state";
import type { NoticeState } from "@/src/ui/notices/state";
import { Popup, type PopupCalls } from "@/src/ui/popup/Popup";
import { type Beside, NOTHING_BESIDE } from "@/src/ui/popup/run-beside";
import { shownOn } from "@/src/ui/popup/run-reporting";
import type { PopupState } from "@/src/ui/popup/state";
import { Recorder, type RecorderCalls } from "@/src/ui/recorder/Recorder";
import type { ShownFinding, VerifyState } from "@/src/ui/verify/state";
import { VerifyInNotes } from "@/src/ui/verify/VerifyInNotes";
import { eventForm, events } from "./account-samples";
import { cameAcross, caseLines, casesFaces, firsts, forSomeone } from "./case-samples";
import * as elsewhere from "./elsewhere-samples";
import { noRemarks, writtenRemarks } from "./remarks-samples";
import { reports } from "./report-samples";
import * as sample from "./samples";
import { leavingFaces } from "./surface-samples";

const nothing = () => {};
const resolved = async () => {};

const popupCalls: PopupCalls = {
  onLook: nothing,
  onChoose: nothing,
  onSave: nothing,
  onStop: nothing,
  onReport: nothing,
  onReporting: nothing,
  onKind: nothing,
  onUnder18: nothing,
  onKeepAddress: nothing,
  onBystander: nothing,
  onBack: nothing,
  onCopy: resolved,
  onOpenNotes: nothing,
  onOpenItem: nothing,
  onSent: nothing,
  onKeepLook: nothing,
  onGetHelp: nothing,
  onSetPassphrase: nothing,
  onPutOfferAway: nothing,
  onReadFirst: nothing,
  onKeepAddressOnly: nothing,
  onLeave: nothing,
};

const libraryCalls: LibraryCalls = {
  onLook: nothing,
  onShowPicture: nothing,
  onKeepShown: nothing,
  onImport: resolved,
  onStopImport: nothing,
  onImportMore: nothing,
  onUnlock: nothing,
  onCheck: nothing,
  onStopCheck: nothing,
  onReload: nothing,
  onLock: nothing,
  onForgetEmptied: nothing,
  onPutCutOffAway: resolved,
  onPutOfferAway: nothing,
  onPutReminderAway: nothing,
  onAskPassphrase: nothing,
  onSetPassphrase: nothing,
  onAskSheet: nothing,
  onShowSheet: nothing,
  onPrint: nothing,
  onClose: nothing,
  onSetIdle: nothing,
  onCoverPicture: nothing,
  onCorrect: async () => null,
  onWrite: nothing,
  onType: nothing,
  onPutAway: nothing,
  onKeepEvent: nothing,
  onRemoveEvent: nothing,
  onTypeRemarks: nothing,
  onListItems: nothing,
  onKeepRemarks: nothing,
  onWritePad: nothing,
  onFindInPad: async () => null,
  onSetPad: nothing,
  onLookAs: nothing,
  onLeaveTo: nothing,
  onAllowRows: nothing,
  onEndRows: nothing,
  onRemoveRows: nothing,
  onEditCase: nothing,
  onTypeCase: nothing,
  onPutCaseAway: nothing,
  onKeepCase: nothing,
  onChooseCase: nothing,
  onShowCase: nothing,
  onAnswerFirst: resolved,
  onSkipFirst: nothing,
  onFilterReports: nothing,
  onWriteReport: nothing,
  onReportAddress: nothing,
  onTypeReport: nothing,
  onPutReportAway: nothing,
  onKeepReport: nothing,
  onOpenReported: nothing,
  onLookAgain: nothing,
  onAddressOnly: async () => null,
  onKeepTyped: async () => null,
  onRemoveReport: nothing,
  onSaveReports: nothing,
  onMakeCopy: nothing,
  onCheckCopy: nothing,
  onPutBackCopy: nothing,
  onStopCopy: nothing,
  onOpenPackage: nothing,
  onAddPackage: nothing,
  onOtherPackage: nothing,
  onStopReceiving: nothing,
  onStampEach: nothing,
  onEndStampEach: nothing,
  onStampFile: nothing,
  onAskStamp: nothing,
  onSaveRequest: nothing,
  onAddReply: nothing,
  onStopStamp: nothing,
  onAnotherStamp: nothing,
  onDelete: async () => null,
  onWipe: async () => true,
  onSaveMarked: nothing,
  cover: {
    begin: resolved,
    draw: nothing,
    undo: nothing,
    end: nothing,
    stop: nothing,
    keep: async () => {},
    saveCopy: async () => {},
  },
  onStopMarked: nothing,
  onKeepWholePage: nothing,
  onEndWholePage: nothing,
  onPreview: nothing,
  onMakePackage: nothing,
  onMakeWithoutDamaged: nothing,
  onStopPackage: nothing,
  onAnotherPackage: nothing,
  onMakeBinder: nothing,
  onScreens: nothing,
  onChooseItems: nothing,
  onSaveText: async () => "document-20261121-031205.txt",
  onChooseHelp: resolved,
  onCopy: resolved,
  onLeave: nothing,
};

const verifyCalls = { onChosen: nothing, onStop: nothing, onCopy: resolved, onLeave: nothing };

const { report, missing, items, record, history, choosing, handOverChoice, madePackage, wholePage } = sample;
const page = { url: sample.URL_OF_POST, ...sample.pageOf(sample.facts) };
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
const popup: Record<string, PopupState> = {
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
const besideFaces: Record<string, [PopupState, Beside]> = {
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

const item = (
  picture: PictureState,
  changed: ExhibitRecord = record,
  marked: MarkedState = { step: "waiting" },
  corrections: Correction[] = [],
  remarks: RemarksState | null = noRemarks,
  cover: CoverState | null = nothingCovered,
): ItemState => ({
  step: "read",
  record: changed,
  history,
  corrections,
  said: null,
  picture,
  marked,
  remarks,
  cover,
});
const nothingCovered: CoverState = {
  kept: null,
  drawn: null,
  size: null,
  isOpening: false,
  notOpened: null,
  canUndo: false,
  isBusy: false,
  failure: null,
  isSaid: false,
  copy: { step: "waiting" },
};
const twoBoxes = [
  { xPx: 120, yPx: 160, widthPx: 420, heightPx: 90 },
  { xPx: 700, yPx: 420, widthPx: 300, heightPx: 200 },
];
const covering = (picture: PictureState, some: Partial<CoverState>) =>
  item(picture, record, undefined, [], noRemarks, { ...nothingCovered, size: record.picture, ...some });
const { manyItems } = sample;
const allOfThem = sample.listOf(manyItems);
const lists: Record<string, { list: ListState; view?: Partial<KeptView> }> = {
  "kept-items": { list: sample.listOf(items) },
  "kept-items-new-to-copies": { list: sample.listOf(items) },
  "kept-items-cases": { list: sample.listOf(items) },
  "kept-items-first": { list: sample.listOf([]) },
  "kept-items-empty": { list: sample.listOf([]) },
  "kept-items-reading": { list: { step: "reading" } },
  "kept-items-failed": { list: { step: "failed", failure: "cannotOpen" } },
  "kept-items-damaged": { list: sample.listOf(items) },
  "kept-items-emptied": { list: sample.listOf([]) },
  "kept-items-cut-off": { list: sample.listOf(items) },
  "kept-items-unreadable": { list: sample.listOf(items, { damaged: [sample.ITEM], waiting: 2 }) },
  "kept-items-many": { list: allOfThem },
  "kept-items-many-reading": { list: sample.listOf(manyItems.slice(0, 112), { isWhole: false }) },
  "kept-items-many-tiles": { list: allOfThem, view: { layout: "tiles" } },
  "kept-items-many-found": {
    list: { ...allOfThem, found: manyItems.filter(({ platform }) => platform === "youtube") },
    view: { words: "weir", filters: { ...NO_FILTERS, platforms: new Set(["youtube"]) } },
  },
  "kept-items-many-none": { list: { ...allOfThem, found: [] }, view: { words: "harbour" } },
  "kept-items-many-back": { list: allOfThem, view: { cameFrom: manyItems[300]!.id } },
};

const damagedCases: Record<string, DamagedCase[]> = {
  "kept-items-damaged": [
    { caseId: record.caseId, how: "setBack" },
    { caseId: record.caseId, how: "damaged" },
  ],
  "kept-items-emptied": [{ caseId: record.caseId, how: "emptied" }],
};

const cutOffs: Record<string, CutOffRecording[]> = {
  "kept-items-cut-off": [elsewhere.cutOffRecording],
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
  "item-addresses": item(
    { step: "covered" },
    { ...record, url: { ...record.url, frames: sample.frames }, missing: sample.missingPictures },
  ),
  "item-conversation": item({ step: "covered" }, { ...record, scope: "conversation", missing: sample.missingOfLong }),
  "item-unusual-characters": item({ step: "covered" }, { ...record, facts: sample.hostile }),
  "item-corrected": item({ step: "covered" }, { ...record, post: sample.post }, undefined, [
    sample.correctionOf({ item: sample.ITEM, fact: "handle", value: "river.walker" }),
  ]),
  "item-remarks": item({ step: "covered" }, record, undefined, [], { ...writtenRemarks, said: "kept" }),
  "item-remarks-not-kept": item({ step: "covered" }, record, undefined, [], {
    ...writtenRemarks,
    isChanged: true,
    failure: "changedMeanwhile",
  }),
  "item-remarks-not-read": item({ step: "covered" }, record, undefined, [], null),
  "item-covering": covering({ step: "shown", objectUrl: "/sample.png" }, { drawn: twoBoxes, canUndo: true }),
  "item-covering-unseen": covering({ step: "covered" }, { drawn: [], failure: "changedMeanwhile" }),
  "item-covered-parts": covering(
    { step: "covered" },
    { kept: twoBoxes, isSaid: true, copy: { step: "made", fileName: "document-003-20261121-010208-copy.png" } },
  ),
  "item-thread": item({ step: "covered" }, { ...record, thread: sample.thread }),
  "item-marked-making": item({ step: "covered" }, record, { step: "making", rowsDone: 2900, rowsTotal: 6780 }),
  "item-marked-made": item({ step: "covered" }, record, {
    step: "made",
    fileName: "document-003-20261121-010208.png",
  }),
  "item-marked-not-made": item({ step: "covered" }, record, { step: "notMade", failure: "fileChanged" }),
  "item-imported": item({ step: "covered" }, elsewhere.photoRecord, undefined, [
    sample.correctionOf({ item: sample.ITEM, fact: "originalPlace", value: "On my old phone, in the drawer" }),
  ]),
  "item-imported-shown": item({ step: "shown", objectUrl: "/sample.png" }, elsewhere.photoRecord),
  "item-imported-chat": item({ step: "covered" }, elsewhere.chatRecord),
  "item-recording-cut-off": item({ step: "covered" }, elsewhere.cutRecording),
  "item-reading": { step: "reading" },
  ...Object.fromEntries(
    VAULT_FAILURES.map((failure) => [`item-failed-${failure}`, { step: "failed", failure } as const]),
  ),
};

const accountRead = { step: "read", events: events, damaged: 0, items, writing: null, said: null } as const;
const accounts: Record<string, AccountState> = {
  account: accountRead,
  "account-empty": { ...accountRead, events: [] },
  "account-writing": {
    ...accountRead,
    writing: { entry: null, problem: null, form: eventForm, isBusy: false, failure: null },
  },
  "account-not-kept": {
    ...accountRead,
    events: [],
    writing: { entry: null, problem: null, form: { ...eventForm, timeKind: "range" }, isBusy: false, failure: "full" },
  },
};

const handOvers: Record<string, HandOverState> = {
  "hand-over": choosing,
  "hand-over-some": {
    ...choosing,
    cases: [...choosing.cases, { id: sample.CASE, name: null, items: 1 }],
    choice: {
      ...handOverChoice,
      receiver: "helpline",
      pictures: "covered",
      withMarked: false,
      picked: new Set([sample.ITEM]),
      seal: { by: "keys", keys: "age1not a key" },
    },
    mistake: "mistypedKey",
  },
  "hand-over-empty": { ...choosing, items: [], cases: [], choice: null },
  "hand-over-counting-files": { step: "counting", itemsDone: 40, itemsTotal: 500 },
  "hand-over-preview": { step: "preview", choice: handOverChoice, items, preview: sample.wholePreview },
  "hand-over-preview-covered": {
    step: "preview",
    choice: { ...handOverChoice, receiver: "helpline", pictures: "covered", seal: { by: "words" } },
    items,
    preview: sample.packagePreview,
  },
  "hand-over-preview-redacted": {
    step: "preview",
    choice: { ...handOverChoice, pictures: "redacted" },
    items,
    preview: sample.redactedPreview,
  },
  "hand-over-reading": { step: "reading" },
  "hand-over-failed": { step: "failed", failure: "damaged" },
  "hand-over-counting": { step: "making", filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 },
  "hand-over-making": { step: "making", filesDone: 3, filesTotal: 12, bytesDone: 4_200_000, bytesTotal: 24_000_000 },
  "hand-over-made": { step: "made", package: madePackage, binder: { step: "choosing" } },
  "hand-over-made-for-someone": {
    step: "made",
    package: { ...madePackage, receiver: "friend", keptBy: "bystander" },
    binder: { step: "choosing" },
  },
  "hand-over-made-sealed": {
    step: "made",
    package: {
      ...madePackage,
      fileName: "documents-20261121-031205.age",
      pictures: "covered",
      seal: { by: "words", passphrase: "abandon-ability-able-about-above-absent" },
    },
    binder: { step: "choosing" },
  },
  "hand-over-printing": {
    step: "made",
    package: madePackage,
    binder: { step: "making", sheetsDone: 7, sheetsTotal: 40 },
  },
  "hand-over-printed": {
    step: "made",
    package: madePackage,
    binder: { step: "made", fileName: "documents-20261121-031205-binder.pdf" },
  },
  "hand-over-not-printed": {
    step: "made",
    package: madePackage,
    binder: { step: "notMade", failure: { code: "fileMissing", exhibit: 2 } },
  },
  "hand-over-stopped": { step: "notMade", failure: { code: "cancelled" } },
  "hand-over-file-changed": { step: "notMade", failure: { code: "fileChanged", exhibit: 2 } },
};

const openVault: LockState = {
  hasPassphrase: false,
  isLocked: false,
  idleMinutes: 5,
  remindsOfCopies: true,
  offersPassphrase: true,
};
const withPassphrase: LockState = { ...openVault, hasPassphrase: true, offersPassphrase: false };
const form = { step: "passphrase", isBusy: false, failure: null } as const;
const sheet = { step: "sheet", isBusy: false, failure: null, lines: null } as const;

/** Faces in which there is more than one case. */
const severalCases = new Set(["kept-items-cases", ...Object.keys(casesFaces)]);

/** Faces of other sections that tell more where a passphrase is set. */
const locks: Record<string, LockState> = { "kept-items-new-to-copies": withPassphrase };

/** Faces of Settings, and whether a passphrase is set there. */
const lockings: Record<string, { locking: LockingState; lock: LockState }> = {
  settings: { locking: { step: "closed" }, lock: openVault },
  "settings-passphrase": { locking: form, lock: openVault },
  "settings-passphrase-set": { locking: { step: "set" }, lock: withPassphrase },
  "settings-passphrase-wrong": { locking: { ...form, failure: "wrongPassphrase" }, lock: withPassphrase },
  "settings-sheet-asked": { locking: sheet, lock: withPassphrase },
  "settings-sheet": { locking: { ...sheet, lines: sample.recoveryLines }, lock: withPassphrase },
};

const damages: FixityReport["findings"] = [
  { id: sample.ITEM, exhibit: 3, path: "original/screen-000.png", state: "changed" },
  { id: sample.ITEM, exhibit: null, path: "record.json", state: "missing" },
  { id: null, exhibit: null, path: "custody.jsonl", state: "changed" },
];
const compared: FixityReport = { files: 214, findings: [], isComplete: true, caseIds: [], damagedLogs: [] };
const checks: Record<string, CheckState> = {
  check: { step: "idle" },
  "check-going-on": { step: "checking", itemsDone: 7, itemsTotal: 31 },
  "check-same": { step: "checked", report: compared, isAsked: true },
  "check-found": { step: "checked", report: { ...compared, findings: damages }, isAsked: true },
};

const stamp: Stamp = {
  time: "2026-11-21T03:12:07.000Z" as UtcInstant,
  accuracyMs: 1000,
  policy: "1.2.3.4.1",
  serial: "02f1",
  signer: "Sample Time Stamping Signer 3",
  signerUntil: "2033-04-01T00:00:00.000Z" as UtcInstant,
  rootSha256: "9f1c".repeat(16) as Sha256,
  listedAs: null,
  saysQualified: false,
};

const authorities = [
  { id: "freetsa", name: "FreeTSA", host: "freetsa.org" },
  { id: "sectigo", name: "Sectigo", host: "timestamp.sectigo.com" },
];
const toStamp = { fileName: "documents-20261121-031205.zip", isStamped: false, isRequestSaved: false, isBusy: false };
const stamps: Record<string, StampStep> = {
  "stamp-choosing": { step: "choosing", failure: null },
  "stamp-not-a-package": { step: "choosing", failure: "notAPackage" },
  "stamp-ready": { step: "ready", package: toStamp, failure: null },
  "stamp-failed": {
    step: "ready",
    package: { ...toStamp, isStamped: true, isRequestSaved: true },
    failure: "unreachable",
  },
  "stamp-asking": { step: "asking", package: toStamp, name: "FreeTSA" },
  "stamp-made": { step: "made", made: { fileName: "documents-20261121-031205-stamped.zip", stamp } },
};

const copiesKnown = { places: 1, newItems: 2, hasNewWords: true };
const halfWay = { bytesDone: 212_000_000, bytesTotal: 480_000_000 };
const copies: Record<string, CopiesState> = {
  copies: { known: copiesKnown, doing: { step: "idle" } },
  "copies-made": {
    known: copiesKnown,
    doing: {
      step: "made",
      fileName: "documents-20261121-031205.zip.age",
      leftOut: 2,
      damagedCases: ["The account in spring", null],
    },
  },
  "copies-making": { known: copiesKnown, doing: { step: "making", ...halfWay } },
  "copies-opening": { known: copiesKnown, doing: { step: "opening", part: "comparing", ...halfWay } },
  "copies-checked": { known: { places: 2, newItems: 0, hasNewWords: false }, doing: { step: "checked" } },
  "copies-stopped": { known: { places: 0, newItems: 2, hasNewWords: false }, doing: { step: "stopped" } },
  "copies-refused": { known: copiesKnown, doing: { step: "failed", failure: { code: "notACopy" } } },
  "copies-empty": { known: null, doing: { step: "idle" } },
  "copies-not-read": { known: { failure: "damaged" }, doing: { step: "idle" } },
  "copies-put-back": { known: copiesKnown, doing: { step: "putBack", items: 31, asksForStamps: true } },
};

const gates: Record<string, GateState> = {
  locked: { step: "locked", failure: null },
  outdated: { step: "outdated" },
  shut: { step: "shut", failure: "privateWindow" },
  "locked-opening": { step: "opening" },
  "locked-wrong": { step: "locked", failure: "wrongPassphrase" },
  "locked-mistyped": { step: "locked", failure: "mistypedKey" },
};

const room = { used: 48_210_334, left: 11_870_000_000 };
const settings = {
  section: "settings",
  version: "0.1.0",
  room,
  screens: 60,
  locking: { step: "closed" },
  look: "notes",
  pad: false,
  leaving: leavingFaces["settings-leaving"]!,
  wholePage: null,
  stampEach: { authorities, step: "off" },
} as const;
/** A Monday evening in Hong Kong. */
const now = Date.parse("2026-11-23T12:30:00Z");
const anywhere = { place: null, language: null, kind: null } as const;
const helps: Record<string, HelpState> = {
  guides: { wanted: anywhere, now, guide: "list" },
  ...Object.fromEntries(GUIDES.map((guide) => [`guide-${guide.id}`, { wanted: anywhere, now, guide } as const])),
  help: { wanted: { place: "HK", language: null, kind: null }, now, guide: null },
  "help-under-18": { wanted: { place: null, language: null, kind: null }, now, guide: "under18" },
  "help-no-place": { wanted: { place: null, language: null, kind: null }, now, guide: null },
  "help-closed": { wanted: { place: "HK", language: "zh-Hant", kind: "talk" }, now: now + 6 * 86_400_000, guide: null },
  "help-not-confirmed": { wanted: { place: "FR", language: "en", kind: null }, now, guide: null },
};
const letterItem: LetterItem = {
  url: sample.URL_OF_POST,
  handle: "river.walks",
  postedAt: "2 Nov, 14:05",
  keptUtc: "2026-11-21T01:02:08.120Z",
};
const noticeOf = (place: string | null): NoticeState => ({
  step: "read",
  items,
  chosen: new Map([[items[0]!.id, letterItem]]),
  place,
});
const notices: Record<string, NoticeState> = {
  notice: { step: "read", items, chosen: new Map(), place: null },
  "notice-hong-kong": noticeOf("HK"),
  "notice-united-states": noticeOf("US"),
  "notice-nothing-kept": { step: "read", items: [], chosen: new Map(), place: null },
  "notice-reading": { step: "reading" },
};
const stampEach: Record<string, AtOnceState> = {
  "settings-stamp-each-on": { authorities, step: "on", name: "FreeTSA" },
  "settings-stamp-each-refused": { authorities, step: "refused" },
};

const wholePages: Record<string, WholePageState> = {
  "settings-whole-page": "off",
  "settings-whole-page-on": "on",
  "settings-whole-page-asking": "asking",
  "settings-whole-page-refused": "refused",
};

const contents = {
  exhibits: 4,
  files: 17,
  bytes: 18_402_113,
  leftOut: 0,
  tagManifestSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  signedBy: "4d967a30111bf29f0eba01c448b375c1629b2fed01cdfcc3aed91f1b57d5dd5e",
  stamp: null,
  stampsWhileSaving: 0,
  software: "Tidemark 0.1.0+1f0f3f6c1a01",
  baggingDate: "2026-11-21",
};

const findings: ShownFinding[] = [
  {
    code: "fileChanged",
    path: "data/exhibits/002/original/screen-000.png",
    digests: { listed: "6b1f".repeat(16), found: "c40a".repeat(16) },
  },
  { code: "custodyBroken", index: 3 },
  { code: "custodyHeadMismatch" },
  { code: "stampWrong", fault: "wrongImprint" },
];

const fileName = "documents-20261121-031205.zip";
const verify: Record<string, VerifyState> = {
  waiting: { step: "waiting" },
  checking: { step: "checking", fileName, bytesDone: 7_300_000, bytesTotal: 18_402_113 },
  unchanged: { step: "checked", fileName, verdict: { kind: "checked", intact: true, findings: [], facts: contents } },
  stamped: {
    step: "checked",
    fileName,
    verdict: { kind: "checked", intact: true, findings: [], facts: { ...contents, stamp } },
  },
  changed: { step: "checked", fileName, verdict: { kind: "checked", intact: false, findings, facts: contents } },
  "not-a-package": { step: "checked", fileName: "holiday.zip", verdict: { kind: "notABundle", reason: "notOneBag" } },
  stopped: { step: "stopped" },
  "not-read": { step: "notRead", fileName },
};

const ownKey = "age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq";
const receiving = (doing: ReceiveState["doing"]): ReceiveState => ({ key: ownKey, doing });
const looked = (name: string, items: { fresh: number; known: number; lacking: number } | null): ReceiveState =>
  receiving({
    step: "opened",
    fileName,
    verdict: (verify[name] as Extract<VerifyState, { step: "checked" }>).verdict,
    items,
  });
const receives: Record<string, ReceiveState> = {
  receive: receiving({ step: "waiting" }),
  "receive-opening": receiving({ step: "opening", bytesDone: 7_300_000, bytesTotal: 18_402_113 }),
  "receive-opened": looked("unchanged", { fresh: 3, known: 1, lacking: 0 }),
  "receive-opened-lacking": looked("unchanged", { fresh: 0, known: 1, lacking: 2 }),
  "receive-changed": looked("changed", null),
  "receive-adding": receiving({ step: "adding", bytesDone: 7_300_000, bytesTotal: 18_402_113 }),
  "receive-added": receiving({ step: "added", items: { fresh: 3, known: 1, lacking: 0 } }),
  "receive-refused": receiving({ step: "failed", failure: { code: "itemDiffers" } }),
};

const library: Record<string, LibraryState> = {
  ...mapped(lists, ({ list, view }) => ({ section: "kept", list, view: { ...FIRST_VIEW, ...view } })),
  ...mapped(itemFaces, (face) => ({ section: "item", item: face })),
  ...mapped(accounts, (account) => ({ section: "account", account })),
  ...mapped(handOvers, (handOver) => ({ section: "handOver", handOver })),
  ...mapped(copies, (state) => ({ section: "copies", copies: state })),
  ...mapped(elsewhere.imports, (state) => ({ section: "import" as const, state })),
  ...mapped(receives, (receive) => ({ section: "receive" as const, receive })),
  ...mapped(reports, (state) => ({ section: "reports", reports: state })),
  ...mapped(notices, (notice) => ({ section: "notice", notice })),
  ...mapped(stamps, (state) => ({ section: "stamp", stamp: { ...state, authorities } })),
  ...mapped(helps, () => ({ section: "help" })),
  ...mapped(casesFaces, (cases) => ({ section: "cases", cases })),
  ...mapped(firsts, () => ({ section: "start" })),
  ...mapped(checks, () => ({ section: "check" })),
  ...mapped(lockings, ({ locking }) => ({ ...settings, locking })),
  ...mapped(leavingFaces, (leaving) => ({ ...settings, leaving })),
  ...mapped(stampEach, (state) => ({ ...settings, stampEach: state })),
  ...mapped(wholePages, (wholePage) => ({ ...settings, wholePage })),
};

const recorderCalls: RecorderCalls = { onStart: resolved, onStop: nothing, onAgain: nothing, onLeave: nothing };

const checkPage = (state: VerifyState) => (
  <CheckPage
    state={state}
    calls={verifyCalls}
    languages={["en", "zh-Hant"]}
    shownLanguage={document.documentElement.lang}
    onLanguage={nothing}
  />
);

export const SCREENS: Record<string, () => JSX.Element> = {
  ...drawn("popup", popup, (state) => <Popup state={state} calls={popupCalls} />),
  ...drawn("popup", besideFaces, ([state, beside]) => <Popup state={state} beside={beside} calls={popupCalls} />),
  ...drawn("library", library, (state, name) => (
    <Library
      gate={{ step: "open", lock: lockings[name]?.lock ?? locks[name] ?? openVault }}
      state={state}
      check={checks[name] ?? { step: "idle" }}
      isAheadOfCopies
      damaged={damagedCases[name] ?? []}
      cutOff={cutOffs[name] ?? []}
      cases={severalCases.has(name) ? caseLines : []}
      first={firsts[name] ?? (name === "kept-items-first" ? firsts["start"]! : null)}
      help={helps[name] ?? null}
      calls={libraryCalls}
      verifyHref="/verify.html"
    />
  )),
  ...drawn("library", gates, (gate) => (
    <Library
      gate={gate}
      state={null}
      check={{ step: "idle" }}
      help={null}
      calls={libraryCalls}
      verifyHref="/verify.html"
    />
  )),
  "library-pad": () => (
    <Library
      gate={{ step: "locked", failure: null }}
      state={null}
      check={{ step: "idle" }}
      help={null}
      pad={{ text: "Milk, bread, stamps\nWrite to Kim about Saturday", said: "notFound" }}
      calls={libraryCalls}
      verifyHref="/verify.html"
    />
  ),
  "library-locked-help": () => (
    <Library
      gate={{ step: "locked", failure: null }}
      state={null}
      check={{ step: "idle" }}
      help={helps["help"]!}
      calls={libraryCalls}
      verifyHref="/verify.html"
    />
  ),
  ...drawn("recorder", elsewhere.recorders, (state) => (
    <Recorder state={state} calls={recorderCalls} notesHref="/library.html" />
  )),
  "verify-alone": () => checkPage({ step: "waiting" }),
  "verify-alone-changed": () => checkPage(verify["changed"]!),
  ...drawn("verify", verify, (state) => <VerifyInNotes state={state} calls={verifyCalls} notesHref="/library.html" />),
};

function drawn<State>(page: string, states: Record<string, State>, draw: (state: State, name: string) => JSX.Element) {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [`${page}-${name}`, () => draw(state, name)]),
  );
}

function mapped<From, To>(from: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, change(value)]));
}
