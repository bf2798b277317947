/**
 * The popup's faces of a capture, from the press to how it ended. A capture belongs to the background: closing the popup
 * does not end it, and the popup finds it again.
 */
import type { ExhibitId } from "@/src/model/exhibit";
import { isRunning, type Job } from "@/src/model/job";
import type { LookFound } from "@/src/model/look";
import type { Wish } from "@/src/model/scope";
import type { ReportOffer } from "@/src/ui/parts/report-offer";
import { answered } from "./answers";
import { faceOf, type PopupState } from "./state";
import type { PopupWorld } from "./world";

interface Face {
  current(): PopupState | null;
  show(state: PopupState): void;
  report(): ReportOffer | null;
  setKept(exhibit: ExhibitId): void;
  /** Which post is meant has to be asked. */
  look(): Promise<void>;
}

export interface SavingRun {
  /** Shows how a capture goes, or went. */
  follow(job: Job): Promise<void>;
  /** @param proof What the page is proof of, where it is saved as that. */
  save(wish: Wish, proof?: LookFound): Promise<void>;
  stop(): Promise<void>;
  putOfferAway(): Promise<void>;
}

export function runSaving(world: PopupWorld, { current, show, report, setKept, look }: Face): SavingRun {
  /** Added to the face that says what was saved; by then it may be another one. */
  const addToSaved = (some: Partial<Extract<PopupState, { step: "saved" }>>) => {
    const state = current();
    if (state?.step === "saved") show({ ...state, ...some });
  };

  /** Never before something is saved. */
  const offer = async () => {
    if (await world.offersPassphrase().catch(() => false)) addToSaved({ offersPassphrase: true });
  };

  const tellOthers = async () => {
    const now = await world.caseNow().catch(() => null);
    const isForOthers = now?.about.role === "friend" || now?.about.role === "bystander";
    if (isForOthers) addToSaved({ isForOthers: true });
  };

  const follow = async ({ state }: Job) => {
    if (state.step !== "whichOne") show(faceOf(state, report()));
    if (state.step === "saved") {
      setKept(state.exhibitId);
      void offer().then(tellOthers);
    }
    // An end is told once: the next popup on this tab may be about another page.
    if (!isRunning(state)) await world.clearJob();
    if (state.step === "whichOne") await look();
  };

  return {
    follow,
    async save(wish, proof) {
      show({ step: "saving", tilesDone: 0, tilesTotal: 0 });
      const started = await answered(world.startCapture(wish, proof));
      // Pressed twice: the first press already saves this very page.
      const running = started.ok ? null : await world.readJob();
      if (running && isRunning(running.state)) return follow(running);
      if (!started.ok) show({ step: "failed", failure: started.failure, report: report() });
    },
    stop: async () => void (await world.stopCapture()),
    async putOfferAway() {
      await world.putOfferAway();
      addToSaved({ offersPassphrase: false });
    },
  };
}
