import { useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { Help } from "@/src/ui/help/Help";
import type { HelpState } from "@/src/ui/help/state";
import { BackLink } from "@/src/ui/parts/BackLink";
import { TopBar } from "@/src/ui/parts/TopBar";
import type { LibraryCalls } from "./library-calls";
import { Outdated } from "./Outdated";
import { Pad } from "./pad/Pad";
import type { PadState } from "./pad/run-pad";
import { ReadFailure } from "./ReadFailure";
import { HREF } from "./routes";
import type { GateState } from "./run-gate";
import { Title } from "./Title";
import { Unlock } from "./Unlock";
import { placeOfHelp, useFocusOnArrival } from "./use-focus-on-arrival";
import { WipeAll } from "./WipeAll";

interface LockedProps {
  gate: Exclude<GateState, { step: "open" }>;
  pad?: PadState | null;
  help: HelpState | null;
  calls: LibraryCalls;
}

/** As long as the notes are locked: the way in, help, and nothing that is kept. */
export function LockedLibrary({ pad = null, ...props }: LockedProps) {
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
      <BackLink href={HREF.kept}>{t("unlock")}</BackLink>
      <Help help={help} calls={calls} />
    </div>
  );
}
