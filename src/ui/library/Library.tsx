import { useRef } from "preact/hooks";
import type { CaseLine } from "@/src/model/case-line";
import type { DamagedCase } from "@/src/model/damage";
import type { CutOffRecording } from "@/src/model/recording";
import type { HelpState } from "@/src/ui/help/state";
import { CopyReminder } from "@/src/ui/library/copies/CopyReminder";
import { TopBar } from "@/src/ui/parts/TopBar";
import { CheckLine } from "./CheckKept";
import { CutOffRecordings } from "./CutOffRecordings";
import { DamagedCases } from "./DamagedCases";
import type { FirstState } from "./first/run-first";
import { LockedLibrary } from "./LockedLibrary";
import type { LibraryCalls } from "./library-calls";
import type { PadState } from "./pad/run-pad";
import type { GateState } from "./run-gate";
import { Sections, sectionOf } from "./Sections";
import type { CheckState, LibraryState } from "./state";
import { isBackInList, placeOf, useFocusOnArrival } from "./use-focus-on-arrival";
import { Work, type WorkProps } from "./Work";

export interface LibraryProps {
  gate: GateState;
  /** `null` as long as the notes are locked. */
  state: LibraryState | null;
  check: CheckState;
  /** Whether something that is kept is in no checked copy. */
  isAheadOfCopies?: boolean;
  /** Cases that are not as they were left. */
  damaged?: readonly DamagedCase[];
  /** Recordings that were cut off, of which the user was not told yet. */
  cutOff?: readonly CutOffRecording[];
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
  if (gate.step !== "open") return <LockedLibrary gate={gate} {...more} />;
  if (state === null) return null;
  const isReminded = isAheadOfCopies && gate.lock?.remindsOfCopies === true && !gate.lock.offersPassphrase;
  return <Open lock={gate.lock} state={state} isReminded={isReminded} {...more} />;
}

interface OpenProps extends WorkProps {
  isReminded: boolean;
  damaged?: readonly DamagedCase[];
  cutOff?: readonly CutOffRecording[];
}

function Open({ isReminded, ...props }: OpenProps) {
  const { lock, state, check, damaged = [], cutOff = [], calls } = props;
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
        {state.section === "kept" && <CutOffRecordings recordings={cutOff} onPutAway={calls.onPutCutOffAway} />}
        {isReminded && state.section === "kept" && <CopyReminder onPutAway={calls.onPutReminderAway} />}
        <Work {...props} />
      </main>
    </div>
  );
}
