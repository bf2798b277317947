import { send } from "@/src/messaging/send";
import type { CustodyEntry } from "@/src/model/custody";
import { VaultError, type VaultFailure } from "@/src/model/errors";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { shownFile, shownFileOf } from "@/src/model/exhibit-kind";
import type { Result } from "@/src/model/result";
import { blobOf } from "@/src/platform/blob-of";
import { browser } from "@/src/platform/browser";
import { deviceClock } from "@/src/platform/clock";
import { forgetHead } from "@/src/platform/log-heads";
import { readPad, readPadText, writePad, writePadText } from "@/src/platform/pad";
import {
  allowPageCapture,
  endPageCapture,
  isPageCaptureAllowed,
  isPageCaptureOffered,
} from "@/src/platform/page-capture";
import { hasBegun, noteBegun, readPlace, readScreens, writePlace, writeScreens } from "@/src/platform/preferences";
import { storageRoom } from "@/src/platform/room";
import { saveBlob } from "@/src/platform/save-file";
import { rememberLook } from "@/src/platform/session-reports";
import { readLook, writeLook } from "@/src/platform/surface";
import type { HelpWorld } from "@/src/ui/help/run-help";
import type { FirstWorld } from "@/src/ui/library/first/run-first";
import type { PadWorld } from "@/src/ui/library/pad/run-pad";
import type { CutOffWorld } from "@/src/ui/library/run-cut-off";
import type { DamageWorld } from "@/src/ui/library/run-damage";
import type { GateWorld } from "@/src/ui/library/run-gate";
import type { CheckWorld, LibraryWorld } from "@/src/ui/library/world";
import { mistakeInKeys } from "@/src/vault/age-file";
import { checkFixity } from "@/src/vault/fixity";
import { openReader } from "@/src/vault/open";
import { newPassphrase } from "@/src/vault/passphrase-words";
import type { VaultReader } from "@/src/vault/read";
import { recoveryLines } from "@/src/vault/recovery-key";
import { casesWorld } from "./cases";
import { copiesWorld } from "./copies";
import { importWorld } from "./import-files";
import { leavingWorld } from "./leaving";
import { makeBinder } from "./make-binder";
import { makePackage } from "./make-package";
import { pictureSize } from "./picture-size";
import { aboutCases, previewPackage } from "./preview-package";
import { receiveWorld } from "./receive";
import { saveMarked, saveRedacted } from "./save-marked";
import { saveReports } from "./save-reports";
import { stampEachWorld, stampWorld } from "./stamp";

let tellGone: () => void = () => {};
/** Calls back when the store was closed under this page; only a page that is loaded anew can read it again. */
export const watchStore = (onGone: () => void): void => {
  tellGone = onGone;
};
function gone(): void {
  opened = null;
  tellGone();
}

/** Opened on first need; tried again when opening failed. */
let opened: Promise<VaultReader> | null = null;
function reader(): Promise<VaultReader> {
  opened ??= openReader(undefined, gone).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

export const gateWorld: GateWorld = {
  lockState: async () => expectOk(await send("vault.state", {})),
  unlock: async (secret) => void expectOk(await send("vault.unlock", { secret })),
  wipe: async () => void expectOk(await send("vault.wipe", {})),
};

function expectOk<Value>(reply: Result<Value, VaultFailure>): Value {
  if (!reply.ok) throw new VaultError(reply.failure);
  return reply.value;
}

export const helpWorld: HelpWorld = { readPlace, writePlace, now: () => Date.parse(deviceClock.now()) };

export const damageWorld: DamageWorld = {
  damagedCases: async () => (await reader()).damagedCases(),
  forgetCase: forgetHead,
};

export const cutOffWorld: CutOffWorld = {
  cutOffRecordings: async () => expectOk(await send("recording.cutOff", {})),
  forgetCutOff: async (items) => void expectOk(await send("recording.told", { items })),
};

export const firstWorld: FirstWorld = { isDue: async () => !(await hasBegun()), putAway: noteBegun };

export const padWorld: Omit<PadWorld, "unlock"> = { isOn: readPad, readText: readPadText, writeText: writePadText };

export const checkWorld: CheckWorld = {
  checkFixity: async (onProgress, signal) =>
    checkFixity(await reader(), {
      onProgress: ({ itemsDone, itemsTotal }) => onProgress(itemsDone, itemsTotal),
      signal,
    }),
  noteCheck: async ({ files, findings, isComplete, caseIds, damagedLogs }) => {
    const count = (wanted: string) => findings.filter(({ state }) => state === wanted).length;
    const outcome = findings.length > 0 ? "different" : isComplete ? "equal" : "stopped";
    const detail = { outcome, files, changed: count("changed"), missing: count("missing") };
    for (const caseId of caseIds) {
      // What was found is shown all the same.
      await append({ caseId, act: { event: "check", item: null, digest: null, detail } }).catch(() => {});
    }
    for (const caseId of damagedLogs) expectOk(await send("case.leave", { caseId }));
  },
};

export const libraryWorld: LibraryWorld = {
  readPlace,
  saveText,
  readScreens,
  writeScreens,
  caseBook: casesWorld(reader),
  leaving: leavingWorld,
  readLook,
  readPad,
  writePad,
  writeLook,
  receive: receiveWorld,
  importing: importWorld,
  copies: copiesWorld({ reader, append, lockState: gateWorld.lockState }),
  stamp: stampWorld(reader, append),
  stampEach: stampEachWorld,
  version: browser.runtime.getManifest().version,
  summaries: async (onNewest) => (await reader()).summaries(onNewest),
  record: async (id) => (await reader()).record(id),
  cases: async () => (await reader()).cases(),
  notes: async (caseId) => (await reader()).notes(caseId),
  putNote: async (draft) => expectOk(await send("note.put", draft)),
  removeNote: async ({ caseId, id, revision }) =>
    void expectOk(await send("note.remove", { caseId, note: { id, revision } })),
  remarks: async (id) => (await reader()).remarks(id),
  putRemarks: async (draft) => expectOk(await send("exhibit.remark", draft)),
  timeZone: deviceClock.timeZone,
  now: deviceClock.now,
  saveReports: async (caseId) => saveReports(await reader(), caseId),
  custody: async (caseId) => (await reader()).custody(caseId),
  corrections: async (id) => (await reader()).corrections(id),
  correct: async (correction) => {
    const made = await send("exhibit.correct", correction);
    if (!made.ok) throw new VaultError(made.failure);
    return made.value;
  },
  keepAddressOnly: async (id) => void expectOk(await send("exhibit.addressOnly", { item: id })),
  keepLook: async (look) => void expectOk(await send("report.look", look)),
  openReported: async (url, report) => {
    const { id } = await browser.tabs.create({ url });
    if (id !== undefined) await rememberLook(id, report);
  },
  deleteItem: async (id) => void expectOk(await send("exhibit.delete", { item: id })),
  picture: async (record) => pictureOf(await reader(), record),
  noteReveal: async (record) => {
    const detail = { file: shownFile(record) };
    await append({ caseId: record.caseId, act: { event: "reveal", item: record.id, digest: null, detail } });
  },
  setPassphrase: async (current, passphrase) =>
    void expectOk(await send("vault.setPassphrase", { current, passphrase })),
  recoveryLines: async (passphrase) => recoveryLines(expectOk(await send("vault.recoveryKey", { passphrase }))),
  setIdle: async (minutes) => void expectOk(await send("vault.setIdle", { minutes })),
  saveMarked: async (record, request) => saveMarked(await reader(), append, record, request),
  saveRedacted: async (record, boxes, request) => saveRedacted(await reader(), append, record, boxes, request),
  pictureSize: async (record) => pictureSize(await reader(), record),
  room: storageRoom,
  wholePage: isPageCaptureOffered()
    ? { isOn: isPageCaptureAllowed, turnOn: allowPageCapture, turnOff: endPageCapture }
    : null,
  aboutCases: async (ids) => aboutCases(await reader(), ids),
  previewPackage: async (request) => previewPackage(await reader(), request),
  mistakeInKeys,
  newPassphrase,
  makePackage: async (request) => makePackage(await reader(), append, request),
  makeBinder: async (request) => makeBinder(await reader(), append, request),
};

export type Append = typeof append;
async function append(request: Parameters<typeof send<"custody.append">>[1]): Promise<CustodyEntry> {
  return expectOk(await send("custody.append", request));
}

async function pictureOf(reader: VaultReader, record: ExhibitRecord): Promise<Blob> {
  const { path, mime } = shownFileOf(record);
  const bytes = await blobOf(await reader.file(record.id, path));
  return bytes.slice(0, bytes.size, mime);
}

/** Under a neutral name, and another one each second. */
async function saveText(text: string): Promise<string> {
  const [day = "", time = ""] = deviceClock.now().replace(/[-:]/g, "").split("T");
  const name = `document-${day}-${time.slice(0, 6)}.txt`;
  saveBlob(new Blob([text], { type: "text/plain" }), name);
  return name;
}
