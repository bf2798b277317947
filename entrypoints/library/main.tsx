/** The library: wires its sections to the vault, the background and the address. */
import { render } from "preact";
import { declareLanguage } from "@/src/i18n/language";
import { send } from "@/src/messaging/send";
import { browser } from "@/src/platform/browser";
import { isClearing, watchClearing } from "@/src/platform/clearing";
import { sweepSealed } from "@/src/platform/save-sealed";
import { readLook, watchLeaveTo, watchLook } from "@/src/platform/surface";
import { runHelp } from "@/src/ui/help/run-help";
import { runReminder } from "@/src/ui/library/copies/run-reminder";
import { runFirst } from "@/src/ui/library/first/run-first";
import { Library, type LibraryProps } from "@/src/ui/library/Library";
import { runPad } from "@/src/ui/library/pad/run-pad";
import { HREF, isHelp, UNLOCK_HREF } from "@/src/ui/library/routes";
import { runCheck } from "@/src/ui/library/run-check";
import { runCutOff } from "@/src/ui/library/run-cut-off";
import { runDamage } from "@/src/ui/library/run-damage";
import { runGate } from "@/src/ui/library/run-gate";
import { runLibrary } from "@/src/ui/library/run-library";
import { cover, goToNeutralSite, isCovered, leaveWithOthers, setLeaveTo } from "@/src/ui/parts/leave";
import { wearLook } from "@/src/ui/parts/look";
import { noteUseOf } from "@/src/ui/parts/note-use";
import { watchLock } from "@/src/vault/session-keys";
import { callsOf } from "./calls";
import {
  checkWorld,
  cutOffWorld,
  damageWorld,
  firstWorld,
  gateWorld,
  helpWorld,
  libraryWorld,
  padWorld,
  watchStore,
} from "./world";

declareLanguage(document.documentElement);
wearLook(await readLook());
leaveWithOthers(goToNeutralSite);
watchLeaveTo(setLeaveTo);
watchLook((look) => {
  wearLook(look);
  draw();
});

/** All that is shown. */
type Faces = Required<Omit<LibraryProps, "calls" | "verifyHref">>;
let faces: Faces = {
  gate: { step: "opening" },
  state: null,
  check: { step: "idle" },
  isAheadOfCopies: false,
  damaged: [],
  cutOff: [],
  cases: [],
  first: null,
  pad: null,
  help: null,
};
function put(some: Partial<Faces>): void {
  faces = { ...faces, ...some };
  draw();
}
function draw(): void {
  const { hash } = location;
  render(
    <Library
      {...faces}
      pad={hash === UNLOCK_HREF ? null : faces.pad}
      help={isHelp(hash) ? faces.help : null}
      calls={calls}
      verifyHref={browser.runtime.getURL("/verify.html")}
    />,
    document.body,
  );
}

const noteUse = noteUseOf(document, () => send("vault.noteUse", {}));
const library = runLibrary(
  libraryWorld,
  (state) => put({ state }),
  noteUse,
  (cases) => put({ cases }),
);
const lookAtCases = () => void library.cases.look();
const first = runFirst(firstWorld, libraryWorld.caseBook, (state) => put({ first: state }), lookAtCases);
const damage = runDamage(damageWorld, (damaged) => put({ damaged }));
const cutOff = runCutOff(cutOffWorld, (recordings) => put({ cutOff: recordings }));
const reminder = runReminder(libraryWorld.copies, (isAheadOfCopies) => put({ isAheadOfCopies }));
const help = runHelp(helpWorld, (state) => put({ help: state }));
const check = runCheck(checkWorld, (state) => {
  if (state.step === "checking") noteUse();
  if (state.step === "checked") void damage.read();
  put({ check: state });
});

let opened = Promise.resolve();
const gate = runGate(
  gateWorld,
  (state) => put({ gate: state }),
  () => {
    if (location.hash === UNLOCK_HREF) history.replaceState(null, "", HREF.kept);
    opened = open();
    lookAtCases();
    void first.look();
    void damage.read();
    void cutOff.read();
  },
);
async function open(): Promise<void> {
  await library.open(location.hash);
  await reminder.look();
}

/**
 * What is kept is compared with its digests each time the notes are opened; it can be stopped. First there is something
 * to see.
 */
async function unlock(secret: string): Promise<void> {
  await gate.unlock(secret);
  await checkOpened();
}
async function checkOpened(): Promise<void> {
  await opened;
  if (faces.gate.step === "open") await check.start(false);
}

/** From the notepad: nothing is shown unless it opens the notes. */
async function unlockUnseen(secret: string): Promise<boolean> {
  const isOpen = await gateWorld.unlock(secret).then(
    () => true,
    () => false,
  );
  if (isOpen) await gate.refresh().then(checkOpened);
  return isOpen;
}
const pad = runPad({ ...padWorld, unlock: unlockUnseen }, (state) => put({ pad: state }));

const calls = callsOf({ library, gate, check, damage, cutOff, reminder, first, pad, help, unlock, noteUse });

/** A page that is loaded anew holds nothing of what the page before it had read. */
async function forget(): Promise<void> {
  if (isCovered()) return; // on its way out already
  cover();
  // Deleting everything locks first. A page that came back before the end would be taken away from under the user once more.
  if (await isClearing().catch(() => false)) await gateWorld.lockState().catch(() => {});
  location.reload();
}
watchStore(gate.letGo);
watchClearing(() => void forget());
watchLock((isLocked) => void (isLocked ? forget() : gate.refresh()));

/** Help is there whether the notes are locked or not. */
function openSection(): void {
  if (isHelp(location.hash)) void help.open(location.hash);
  else draw();
  if (faces.gate.step === "open") void open();
}
window.addEventListener("hashchange", openSection);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") library.item.coverPicture();
  else if (faces.gate.step === "open") void Promise.all([library.refresh(), cutOff.read()]);
});

if (isHelp(location.hash)) await help.open(location.hash);
await pad.open();
await gate.refresh();
await sweepSealed().catch((cause) => console.warn("not removed yet:", cause));
