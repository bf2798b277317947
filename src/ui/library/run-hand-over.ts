/** Making a package. It goes on while another section is looked at; only Stop or closing the page ends it. */
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { packageFailure, vaultFailure } from "./failures";
import type { BinderChoice, BinderState, HandOverState } from "./state";
import type { LibraryWorld, PackageRequest } from "./world";

export type PackageOptions = Pick<PackageRequest, "withMarked">;

export interface HandOverRun {
  /** Shows where it stands; begins with the choice when nothing is under way. */
  open(): Promise<void>;
  choose(): Promise<void>;
  make(ids: ReadonlySet<ExhibitId>, options: PackageOptions): Promise<void>;
  /** The printed form of the package that was just made. */
  makeBinder(choice: BinderChoice): Promise<void>;
  /** Whichever of the two is being made. */
  stop(): void;
}

export function runHandOver(world: LibraryWorld, show: (state: HandOverState) => void): HandOverRun {
  let state: HandOverState = { step: "reading" };
  let items: ExhibitSummary[] = [];
  let stopping = new AbortController();

  const put = (next: HandOverState) => {
    state = next;
    show(state);
  };

  const choose = async () => {
    put({ step: "reading" });
    try {
      const { summaries, damaged } = await world.summaries();
      items = summaries;
      put({ step: "choosing", items, damaged });
    } catch (error) {
      put({ step: "failed", failure: vaultFailure(error) });
    }
  };

  return {
    choose,
    open: async () => (state.step === "making" || state.step === "made" ? show(state) : choose()),
    async make(ids, options) {
      stopping = new AbortController();
      put({ step: "making", filesDone: 0, filesTotal: 0 });
      try {
        const made = await world.makePackage({
          ...options,
          items: items.filter(({ id }) => ids.has(id)),
          onProgress: (filesDone, filesTotal) => put({ step: "making", filesDone, filesTotal }),
          signal: stopping.signal,
        });
        put({ step: "made", package: made, binder: { step: "choosing" } });
      } catch (error) {
        put({ step: "notMade", failure: packageFailure(error) });
      }
    },
    async makeBinder(choice) {
      if (state.step !== "made" || state.binder.step === "making") return;
      const { package: made } = state;
      const putBinder = (binder: BinderState) => put({ step: "made", package: made, binder });
      stopping = new AbortController();
      putBinder({ step: "making", sheetsDone: 0, sheetsTotal: 0 });
      try {
        const { fileName } = await world.makeBinder({
          ...choice,
          package: made,
          onProgress: (sheetsDone, sheetsTotal) => putBinder({ step: "making", sheetsDone, sheetsTotal }),
          signal: stopping.signal,
        });
        putBinder({ step: "made", fileName });
      } catch (error) {
        putBinder({ step: "notMade", failure: packageFailure(error) });
      }
    },
    stop: () => stopping.abort(),
  };
}
