/** The page that is read before anything is kept, and its one question. */
import type { VaultFailure } from "@/src/model/errors";
import type { CaseNote } from "@/src/model/note";
import type { CasesWorld } from "@/src/ui/library/cases/run-cases";
import { vaultFailure } from "@/src/ui/library/failures";

export const FIRST_HREF = "#/start";

export interface FirstState {
  /** The page was neither answered nor skipped yet. */
  isDue: boolean;
  /** `settled`: it was said earlier for whom things are kept. */
  step: "role" | "agreed" | "answered" | "skipped" | "settled";
  failure: VaultFailure | null;
}

export interface FirstWorld {
  isDue(): Promise<boolean>;
  putAway(): Promise<void>;
}

export interface FirstRun {
  look(): Promise<void>;
  answer(some: Partial<Pick<CaseNote, "role" | "agreed">>): Promise<void>;
  skip(): Promise<void>;
}

/** @param onWritten Told when something was said of the case. */
export function runFirst(
  world: FirstWorld,
  cases: Pick<CasesWorld, "list" | "write">,
  show: (state: FirstState) => void,
  onWritten: () => void,
): FirstRun {
  let state: FirstState = { isDue: false, step: "settled", failure: null };
  const put = (some: Partial<FirstState>) => {
    state = { ...state, ...some };
    show(state);
  };
  const current = async () => (await cases.list()).find(({ isCurrent }) => isCurrent)!;
  return {
    async look() {
      const isDue = await world.isDue();
      const line = await current().catch(vaultFailure);
      const isSaid = typeof line === "string" || line.about.role !== "unstated";
      put({ isDue, step: isSaid ? "settled" : "role" });
    },
    async answer(some) {
      try {
        const line = await current();
        const about = { ...line.about, ...some };
        await cases.write(line, about);
        const asksOn = about.role === "friend" && about.agreed === null;
        put({ step: asksOn ? "agreed" : "answered", failure: null });
        await world.putAway();
        onWritten();
      } catch (error) {
        put({ failure: vaultFailure(error) });
      }
    },
    async skip() {
      await world.putAway();
      put({ step: "skipped" });
    },
  };
}
