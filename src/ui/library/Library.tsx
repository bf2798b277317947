import { useEffect, useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { CaseLine } from "@/src/model/case-line";
import type { DamagedCase } from "@/src/model/damage";
import type { VaultFailure } from "@/src/model/errors";
import type { LockState } from "@/src/model/lock";
import { Help } from "@/src/ui/help/Help";
import type { ChooseHelp } from "@/src/ui/help/run-help";
import type { HelpState } from "@/src/ui/help/state";
import type { KeepTyped } from "@/src/ui/help/Under18Page";
import { Copies, type CopiesCalls } from "@/src/ui/library/copies/Copies";
import { CopyReminder } from "@/src/ui/library/copies/CopyReminder";
import { type ImportCalls, ImportFiles } from "@/src/ui/library/importing/ImportFiles";
import { Receive, type ReceiveCalls } from "@/src/ui/library/receive/Receive";
import { Reports } from "@/src/ui/notices/Reports";
import { type NoticeCalls, WriteNotice } from "@/src/ui/notices/WriteNotice";
import { Icon } from "@/src/ui/parts/Icon";
import { TopBar } from "@/src/ui/parts/TopBar";
import { Account, type AccountCalls } from "./account/Account";
import { type CheckCalls, CheckKept, CheckLine } from "./CheckKept";
import { CaseName } from "./cases/CaseName";
import { type CasesCalls, CasesPage } from "./cases/CasesPage";
import type { Correct } from "./corrections";
import { DamagedCases } from "./DamagedCases";
import { type FirstCalls, FirstUse } from "./first/FirstUse";
import type { FirstState } from "./first/run-first";
import { HandOver, type HandOverCalls } from "./hand-over/HandOver";
import { Item } from "./Item";
import { KeptItems } from "./KeptItems";
import type { LockingCalls } from "./Locking";
import type { LeavingCalls } from "./leaving/LeavingSetting";
import type { LookCalls } from "./looks/LookSetting";
import { Outdated } from "./Outdated";
import { Pad, type PadCalls } from "./pad/Pad";
import type { PadSettingCalls } from "./pad/PadSetting";
import type { PadState } from "./pad/run-pad";
import { ReadFailure } from "./ReadFailure";
import type { RemarksCalls } from "./remarks/RemarksCard";
import type { ReportsCalls } from "./reports/ReportsList";
import type { GateState, Wipe } from "./run-gate";
import type { CoverActions, Delete } from "./run-item";
import type { KeptRun } from "./run-kept";
import { Settings } from "./Settings";
import type { AtOnceCalls } from "./stamp/AtOnceSetting";
import { type StampCalls, StampPage } from "./stamp/StampPage";
import { type CheckState, HREF, type LibraryState, NOTICE_HREF, type Section } from "./state";
import { Title } from "./Title";
import { Unlock } from "./Unlock";
import type { WholePageCalls } from "./WholePageSetting";
import { WipeAll } from "./WipeAll";

/** What the sections can ask for. */
export interface LibraryCalls
  extends LockingCalls,
    CheckCalls,
    CopiesCalls,
    HandOverCalls,
    StampCalls,
    ReceiveCalls,
    ImportCalls,
    AtOnceCalls,
    WholePageCalls,
    NoticeCalls,
    AccountCalls,
    RemarksCalls,
    CasesCalls,
    LeavingCalls,
    LookCalls,
    PadCalls,
    PadSettingCalls,
    FirstCalls,
    ReportsCalls {
  onReload: () => void;
  onUnlock: (secret: string) => void;
  onLock: () => void;
  onForgetEmptied: () => void;
  onPutOfferAway: () => void;
  onPutReminderAway: () => void;
  onLook: KeptRun["look"];
  onShowPicture: () => void;
  onCoverPicture: () => void;
  onKeepShown: () => void;
  onCorrect: Correct;
  onDelete: Delete;
  onAddressOnly: Delete;
  onKeepTyped: KeepTyped;
  onWipe: Wipe;
  onSaveMarked: () => void;
  onStopMarked: () => void;
  cover: CoverActions;
  onScreens: (screens: number) => void;
  onChooseHelp: ChooseHelp;
  onCopy: (text: string) => Promise<void>;
  onLeave: () => void;
}

interface LibraryProps {
  gate: GateState;
  /** `null` as long as the notes are locked. */
  state: LibraryState | null;
  check: CheckState;
  /** Whether something that is kept is in no checked copy. */
  isAheadOfCopies?: boolean;
  /** Cases that are not as they were left. */
  damaged?: readonly DamagedCase[];
  cases?: readonly CaseLine[];
  /** `null` until it was read. */
  first?: FirstState | null;
  /** The notepad that stands in front while locked; `null` where none is wanted. */
  pad?: PadState | null;
  /** `null` as long as nobody asked for it. It is there while the notes are locked, too: it shows nothing that is kept. */
  help: HelpState | null;
  calls: LibraryCalls;
  /** Where packages are checked. */
  verifyHref: string;
}

/** Everything kept: sections on one side, the work on the other. */
export function Library({ gate, state, isAheadOfCopies = false, ...more }: LibraryProps) {
  if (gate.step !== "open") return <Locked gate={gate} {...more} />;
  if (state === null) return null;
  const isReminded = isAheadOfCopies && gate.lock?.remindsOfCopies === true && !gate.lock.offersPassphrase;
  return <Open lock={gate.lock} state={state} isReminded={isReminded} {...more} />;
}

interface LockedProps {
  gate: Exclude<GateState, { step: "open" }>;
  pad?: PadState | null;
  help: HelpState | null;
  calls: LibraryCalls;
}

function Locked({ pad = null, ...props }: LockedProps) {
  const isInFront = pad !== null && props.help === null && props.gate.step === "locked";
  return isInFront ? <Pad pad={pad} calls={props.calls} /> : <LockedPage {...props} />;
}

function LockedPage({ gate, help, calls }: Omit<LockedProps, "pad">) {
  const work = useRef<HTMLElement>(null);
  useFocusOnArrival(work, help === null ? "locked" : placeOfHelp(help), false);
  return (
    <div class="library library-locked">
      <div class="library-top">
        <TopBar nameLevel="p" onLeave={calls.onLeave} />
      </div>
      <main class="work" ref={work}>
        {help === null ? <LockedDoor gate={gate} calls={calls} /> : <LockedHelp help={help} calls={calls} />}
      </main>
    </div>
  );
}

function LockedDoor({ gate, calls }: Omit<LockedProps, "help" | "pad">) {
  if (gate.step === "outdated") return <Outdated onReload={calls.onReload} />;
  if (gate.step === "shut") return <Shut failure={gate.failure} />;
  return (
    <div class="stack">
      <Unlock
        isOpening={gate.step === "opening"}
        failure={gate.step === "locked" ? gate.failure : null}
        onUnlock={calls.onUnlock}
      />
      <p>
        <a href={HREF.help}>{t("getHelp")}</a>
      </p>
      <WipeAll onWipe={calls.onWipe} />
    </div>
  );
}

/** The notes cannot be opened here at all. */
function Shut({ failure }: { failure: VaultFailure }) {
  return (
    <div class="stack">
      <Title>{t("notes")}</Title>
      <ReadFailure failure={failure} />
    </div>
  );
}

function LockedHelp({ help, calls }: { help: HelpState; calls: LibraryCalls }) {
  return (
    <div class="stack">
      <a class="back" href={HREF.kept}>
        <Icon name="back" turns />
        {t("unlock")}
      </a>
      <Help help={help} calls={calls} />
    </div>
  );
}

interface OpenProps {
  lock: LockState | null;
  isReminded: boolean;
  state: LibraryState;
  check: CheckState;
  damaged?: readonly DamagedCase[];
  cases?: readonly CaseLine[];
  first?: FirstState | null;
  help: HelpState | null;
  calls: LibraryCalls;
  verifyHref: string;
}

function Open({ isReminded, ...props }: OpenProps) {
  const { lock, state, check, damaged = [], calls } = props;
  const work = useRef<HTMLElement>(null);
  useFocusOnArrival(work, placeOf(state, props.help), isBackInList(state));
  return (
    <div class="library">
      <div class="library-top">
        <TopBar nameLevel="p" onLeave={calls.onLeave} onLock={lock?.hasPassphrase ? calls.onLock : undefined} />
      </div>
      <Sections current={sectionOf(state)} cases={props.cases ?? []} />
      <main class="work" ref={work}>
        {state.section !== "check" && <CheckLine check={check} calls={calls} />}
        {state.section === "kept" && <DamagedCases cases={damaged} onForgetEmptied={calls.onForgetEmptied} />}
        {isReminded && state.section === "kept" && <CopyReminder onPutAway={calls.onPutReminderAway} />}
        <Work {...props} />
      </main>
    </div>
  );
}

function Work({
  lock,
  state,
  check,
  help,
  cases = [],
  first = null,
  calls,
  verifyHref,
}: Omit<OpenProps, "isReminded">) {
  switch (state.section) {
    case "kept":
      return (
        <KeptItems
          list={state.list}
          view={state.view}
          lock={lock}
          cases={cases}
          first={first}
          calls={calls}
          onLook={calls.onLook}
          onPutOfferAway={calls.onPutOfferAway}
        />
      );
    case "item":
      return <Item item={state.item} calls={calls} />;
    case "account":
      return <Account account={state.account} calls={calls} />;
    case "handOver":
      return <HandOver handOver={state.handOver} calls={calls} verifyHref={verifyHref} />;
    case "receive":
      return <Receive receive={state.receive} calls={calls} backHref={HREF.handOver} />;
    case "import":
      return <ImportFiles state={state.state} calls={calls} />;
    case "reports":
      return <Reports noticeHref={NOTICE_HREF} reports={state.reports} calls={calls} />;
    case "notice":
      return <WriteNotice notice={state.notice} calls={calls} />;
    case "help":
      return help === null ? null : <Help help={help} calls={calls} />;
    case "check":
      return <CheckKept check={check} calls={calls} />;
    case "copies":
      return <Copies copies={state.copies} calls={calls} />;
    case "stamp":
      return <StampPage stamp={state.stamp} calls={calls} />;
    case "cases":
      return <CasesPage cases={state.cases} calls={calls} />;
    case "start":
      return <Start first={first} calls={calls} />;
    case "settings":
      return <Settings {...state} lock={lock} calls={calls} />;
  }
}

function Start({ first, calls }: { first: FirstState | null; calls: LibraryCalls }) {
  return (
    <div class="stack">
      <Title>{t("firstTitle")}</Title>
      {first !== null && <FirstUse first={first} calls={calls} />}
    </div>
  );
}

/** Which case takes what is saved, where there is more than one; and the way to all of them. */
function CaseSwitch({ isHere, cases }: { isHere: boolean; cases: readonly CaseLine[] }) {
  const current = cases.length > 1 ? cases.find(({ isCurrent }) => isCurrent) : undefined;
  return (
    <a href={HREF.cases} aria-current={isHere ? "page" : undefined}>
      {t("sectionCases")}
      {current && (
        <span class="case-now note">
          <CaseName about={current.about} />
        </span>
      )}
    </a>
  );
}

function Sections({ current, cases }: { current: Section; cases: readonly CaseLine[] }) {
  const sections = [
    { section: "kept", name: t("sectionKept") },
    { section: "account", name: t("sectionAccount") },
    { section: "reports", name: t("sectionReports") },
    { section: "help", name: t("sectionHelp") },
    { section: "handOver", name: t("sectionHandOver") },
    { section: "check", name: t("sectionCheck") },
    { section: "copies", name: t("sectionCopies") },
    { section: "settings", name: t("sectionSettings") },
  ] as const;
  return (
    <nav class="sections" aria-label={t("sections")}>
      <ul>
        <li class="case-switch">
          <CaseSwitch isHere={current === "cases"} cases={cases} />
        </li>
        {sections.map(({ section, name }) => (
          <li key={section}>
            <a href={HREF[section]} aria-current={section === current ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * On arriving at another place the focus goes to its title, so that a reader starts there. Not on opening the page, nor
 * where the place itself says what takes it.
 */
function useFocusOnArrival(work: { readonly current: HTMLElement | null }, place: string, hasOwn: boolean): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    if (hasOwn) return;
    window.scrollTo(0, 0);
    work.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [work, place, hasOwn]);
}

/** Then the item that was looked at has the focus, where the list was left. */
function isBackInList(state: LibraryState): boolean {
  return state.section === "kept" && state.list.step === "read" && state.view.cameFrom !== null;
}

/** The section that a place is reached from. */
function sectionOf({ section }: LibraryState): Section {
  if (section === "item" || section === "import") return "kept";
  if (section === "notice") return "reports";
  if (section === "start") return "settings";
  return section === "stamp" || section === "receive" ? "handOver" : section;
}

function placeOf(state: LibraryState, help: HelpState | null): string {
  if (state.section === "help" && help !== null) return placeOfHelp(help);
  return state.section === "item" ? `item ${state.item.step}` : state.section;
}

function placeOfHelp({ guide }: HelpState): string {
  if (guide === null || typeof guide === "string") return `help ${guide}`;
  return `help ${guide.id}`;
}
