/** What happens in “Write a notice”: reads what is kept, and of the chosen items what a notice says of each. */
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { PLACES } from "@/src/report/organisations";
import { vaultFailure } from "@/src/ui/library/failures";
import { type ItemFactsWorld, itemFacts } from "@/src/ui/library/item-facts";
import type { NoticeState } from "./state";

export interface NoticeWorld extends ItemFactsWorld {
  summaries(): Promise<{ summaries: ExhibitSummary[] }>;
  readPlace(): Promise<{ place: unknown }>;
  /** Hands a text file to the browser's downloads. @returns Its name */
  saveText(text: string): Promise<string>;
}

export interface NoticeRun {
  /** @param about An item that is chosen from the start. */
  open(about: ExhibitId | null): Promise<void>;
  choose(ids: ReadonlySet<ExhibitId>): Promise<void>;
}

export function runNotice(world: NoticeWorld, show: (state: NoticeState) => void): NoticeRun {
  let state: NoticeState = { step: "reading" };
  /** Counts what was asked for, so that a late answer does not replace a later one. */
  let asked = 0;
  const put = (next: NoticeState) => {
    state = next;
    show(next);
  };
  const choose = async (ids: ReadonlySet<ExhibitId>) => {
    asked += 1;
    const mine = asked;
    try {
      const chosen = new Map(await Promise.all([...ids].map(async (id) => [id, await itemFacts(world, id)] as const)));
      if (mine === asked && state.step === "read") put({ ...state, chosen });
    } catch (error) {
      if (mine === asked) put({ step: "failed", failure: vaultFailure(error) });
    }
  };
  return {
    choose,
    async open(about) {
      put({ step: "reading" });
      try {
        const [{ summaries: items }, { place }] = await Promise.all([world.summaries(), world.readPlace()]);
        put({ step: "read", items, chosen: new Map(), place: PLACES.find((one) => one === place) ?? null });
        if (about !== null && items.some(({ id }) => id === about)) await choose(new Set([about]));
      } catch (error) {
        put({ step: "failed", failure: vaultFailure(error) });
      }
    },
  };
}
