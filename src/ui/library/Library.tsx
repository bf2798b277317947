import { useEffect, useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { LockState } from "@/src/model/lock";
import { TopBar } from "@/src/ui/parts/TopBar";
import { type CheckCalls, CheckKept, CheckLine } from "./CheckKept";
import { Copies, type CopiesCalls } from "./Copies";
import type { Correct } from "./corrections";
import { HandOver, type HandOverCalls } from "./hand-over/HandOver";
import { Item } from "./Item";
import { KeptItems } from "./KeptItems";
import type { LockingCalls } from "./Locking";
import type { GateState, Wipe } from "./run-gate";
import type { Delete } from "./run-item";
import { Settings } from "./Settings";
import { type CheckState, HREF, type LibraryState, type Section } from "./state";
import { Unlock } from "./Unlock";
import type { WholePageCalls } from "./WholePageSetting";
import { WipeAll } from "./WipeAll";

/** What the sections can ask for. */
export interface LibraryCalls extends LockingCalls, CheckCalls, CopiesCalls, HandOverCalls, WholePageCalls {
  onUnlock: (secret: string) => void;
  onLock: () => void;
  onPutOfferAway: () => void;
  onShowPicture: () => void;
  onCoverPicture: () => void;
  onCorrect: Correct;
  onDelete: Delete;
  onWipe: Wipe;
  onSaveMarked: () => void;
  onStopMarked: () => void;
  onScreens: (screens: number) => void;
  onCopy: (text: string) => Promise<void>;
  onLeave: () => void;
}

interface LibraryProps {
  gate: GateState;
  /** `null` as long as the notes are locked. */
  state: LibraryState | null;
  check: CheckState;
  calls: LibraryCalls;
  /** Where packages are checked. */
  verifyHref: string;
}

/** Everything kept: sections on one side, the work on the other. */
export function Library({ gate, state, check, calls, verifyHref }: LibraryProps) {
  if (gate.step !== "open") return <Locked gate={gate} calls={calls} />;
  if (state === null) return null;
  return <Open lock={gate.lock} state={state} check={check} calls={calls} verifyHref={verifyHref} />;
}

function Locked({ gate, calls }: { gate: Exclude<GateState, { step: "open" }>; calls: LibraryCalls }) {
  return (
    <div class="library library-locked">
      <div class="library-top">
        <TopBar nameLevel="p" onLeave={calls.onLeave} />
      </div>
      <main class="work">
        <div class="stack">
          <Unlock
            isOpening={gate.step === "opening"}
            failure={gate.step === "locked" ? gate.failure : null}
            onUnlock={calls.onUnlock}
          />
          <WipeAll onWipe={calls.onWipe} />
        </div>
      </main>
    </div>
  );
}

interface OpenProps {
  lock: LockState | null;
  state: LibraryState;
  check: CheckState;
  calls: LibraryCalls;
  verifyHref: string;
}

function Open({ lock, state, check, calls, verifyHref }: OpenProps) {
  const work = useRef<HTMLElement>(null);
  useFocusOnArrival(work, placeOf(state));
  return (
    <div class="library">
      <div class="library-top">
        <TopBar nameLevel="p" onLeave={calls.onLeave} onLock={lock?.hasPassphrase ? calls.onLock : undefined} />
      </div>
      <Sections current={state.section === "item" ? "kept" : state.section} />
      <main class="work" ref={work}>
        {state.section !== "check" && <CheckLine check={check} calls={calls} />}
        <Work lock={lock} state={state} check={check} calls={calls} verifyHref={verifyHref} />
      </main>
    </div>
  );
}

function Work({ lock, state, check, calls, verifyHref }: OpenProps) {
  switch (state.section) {
    case "kept":
      return <KeptItems list={state.list} lock={lock} onPutOfferAway={calls.onPutOfferAway} />;
    case "item":
      return <Item item={state.item} calls={calls} />;
    case "handOver":
      return <HandOver handOver={state.handOver} calls={calls} verifyHref={verifyHref} />;
    case "check":
      return <CheckKept check={check} calls={calls} />;
    case "copies":
      return <Copies copies={state.copies} calls={calls} />;
    case "settings":
      return <Settings {...state} lock={lock} calls={calls} />;
  }
}

function Sections({ current }: { current: Section }) {
  const sections = [
    { section: "kept", name: t("sectionKept") },
    { section: "handOver", name: t("sectionHandOver") },
    { section: "check", name: t("sectionCheck") },
    { section: "copies", name: t("sectionCopies") },
    { section: "settings", name: t("sectionSettings") },
  ] as const;
  return (
    <nav class="sections" aria-label={t("sections")}>
      <ul>
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

/** On arriving at another place the focus goes to its title, so that a reader starts there. Not on opening the page. */
function useFocusOnArrival(work: { readonly current: HTMLElement | null }, place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    window.scrollTo(0, 0);
    work.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [work, place]);
}

function placeOf(state: LibraryState): string {
  return state.section === "item" ? `item ${state.item.step}` : state.section;
}
