/** Every face of every page, by name. The names are the names of the picture files. */
import type { JSX } from "preact";
import { CheckPage } from "@/src/check-page/CheckPage";
import { Library } from "@/src/ui/library/Library";
import type { LibraryCalls } from "@/src/ui/library/library-calls";
import { FIRST_VIEW } from "@/src/ui/library/run-kept";
import type { LibraryState } from "@/src/ui/library/state";
import { Popup, type PopupCalls } from "@/src/ui/popup/Popup";
import { Recorder, type RecorderCalls } from "@/src/ui/recorder/Recorder";
import type { VerifyState } from "@/src/ui/verify/state";
import { VerifyInNotes, type VerifyInNotesProps } from "@/src/ui/verify/VerifyInNotes";
import { accounts } from "./account-samples";
import { caseLines, casesFaces, firsts } from "./case-samples";
import { checks } from "./check-samples";
import { copies, receives } from "./copy-samples";
import * as elsewhere from "./elsewhere-samples";
import { handOvers } from "./hand-over-samples";
import { helps, notices } from "./help-samples";
import { itemFaces } from "./item-samples";
import { cutOffs, damagedCases, lists } from "./kept-samples";
import { gates, lockings, locks, openVault } from "./lock-samples";
import { besideFaces, popup } from "./popup-samples";
import { reports } from "./report-samples";
import { settings, wholePages } from "./settings-samples";
import { authorities, stampEach, stamps } from "./stamp-samples";
import { leavingFaces } from "./surface-samples";
import { verify } from "./verify-samples";

const resolved = async () => {};

/** Calls of which nothing comes. @param own Those that have to answer. */
function quiet<Calls extends object>(own: Partial<Calls> = {}): Calls {
  return new Proxy(own, { get: (calls, name) => Reflect.get(calls, name) ?? resolved }) as Calls;
}

const popupCalls = quiet<PopupCalls>();
const libraryCalls = quiet<LibraryCalls>({
  onCorrect: async () => null,
  onFindInPad: async () => null,
  onAddressOnly: async () => null,
  onKeepTyped: async () => null,
  onDelete: async () => null,
  onWipe: async () => true,
  onSaveText: async () => "document-20261121-031205.txt",
  cover: quiet(),
});

const verifyCalls = quiet<VerifyInNotesProps["calls"]>();

/** Faces in which there is more than one case. */
const severalCases = new Set(["kept-items-cases", ...Object.keys(casesFaces)]);

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

const recorderCalls = quiet<RecorderCalls>();

const checkPage = (state: VerifyState) => (
  <CheckPage
    state={state}
    calls={verifyCalls}
    languages={["en", "zh-Hant"]}
    shownLanguage={document.documentElement.lang}
    onLanguage={resolved}
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
