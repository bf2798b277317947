/**
 * What is known of reports beside the page in front: a form that was opened for it, to be written down with one press once it
 * was sent; and reports that were written down about it, to which proof can be added that it is still there or gone.
 */
import type { SentReport } from "@/src/messaging/protocol";
import type { VaultFailure } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { LookFound, ReportedHere } from "@/src/model/look";
import type { ReportKind } from "@/src/model/note";
import type { Result } from "@/src/model/result";
import type { ReportOffer } from "@/src/ui/parts/report-offer";
import { outcome } from "./answers";
import type { Keeping } from "./state";

/** What a report says that the form in question was opened for. */
export interface FormOpened {
  address: string;
  kind: ReportKind;
  exhibit: ExhibitId | null;
}

export interface Beside {
  opened: { to: string; address: string; keeping: Keeping } | null;
  here: { reported: ReportedHere; keeping: Keeping } | null;
}
export const NOTHING_BESIDE: Beside = { opened: null, here: null };

export interface BesideWorld {
  reportFor(url: string, kind?: ReportKind): ReportOffer | null;
  /** Opens a form in a new tab, and remembers for what. */
  openForm(url: string, opened: FormOpened): Promise<void>;
  /** The form that was opened from this tab or in it; `null` once the page it was for is not in its tab any more. */
  openedForm(): Promise<FormOpened | null>;
  logReport(sent: SentReport): Promise<Result<null, VaultFailure>>;
  /** `null` where nothing was reported, and while the notes are locked. */
  reportedHere(url: string): Promise<ReportedHere | null>;
  noteLook(look: LookFound): Promise<Result<null, VaultFailure>>;
}

export interface BesideRun {
  readonly state: Beside;
  /** @param url Of the page in front; `null` where it is not known. */
  read(url: string | null): Promise<void>;
  /** The user has sent the report. */
  logSent(): Promise<void>;
  /** Writes down what was found, without an item that shows it. */
  note(found: LookFound["found"]): Promise<void>;
  /** What a capture of this page is proof of. */
  proof(found: LookFound["found"]): LookFound | null;
}

/** @param put Told after each change. */
export function runBeside(world: BesideWorld, put: () => void): BesideRun {
  let state = NOTHING_BESIDE;
  let form: FormOpened | null = null;
  const set = (some: Partial<Beside>) => {
    state = { ...state, ...some };
    put();
  };
  const offerOf = ({ address, kind }: FormOpened) => world.reportFor(address, kind);
  /** Once it is kept it is not asked for again, whatever is read meanwhile. */
  const canBegin = (doing: { keeping: Keeping } | null) =>
    doing !== null && doing.keeping !== "going on" && doing.keeping !== "kept";

  const proof = (found: LookFound["found"]) => state.here && { reports: state.here.reported.reports, found };
  return {
    get state() {
      return state;
    },
    async read(url) {
      // Neither is needed to save or to report.
      const [opened, reported] = await Promise.all([
        world.openedForm().catch(() => null),
        url === null ? null : world.reportedHere(url).catch(() => null),
      ]);
      form = opened;
      const offer = opened && offerOf(opened);
      set({
        opened: opened && offer && { to: offer.platform, address: opened.address, keeping: "asked" },
        here: reported && { reported, keeping: "asked" },
      });
    },
    async logSent() {
      const offer = form && offerOf(form);
      if (form === null || offer === null || state.opened === null || !canBegin(state.opened)) return;
      const { opened } = state;
      set({ opened: { ...opened, keeping: "going on" } });
      const sent = { ...form, destination: offer.destination, to: offer.platform };
      set({ opened: { ...opened, keeping: await outcome(world.logReport(sent)) } });
    },
    async note(found) {
      const { here } = state;
      const look = proof(found);
      if (here === null || look === null || !canBegin(here)) return;
      set({ here: { ...here, keeping: "going on" } });
      set({ here: { ...here, keeping: await outcome(world.noteLook(look)) } });
    },
    proof,
  };
}
