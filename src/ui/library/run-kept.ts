/**
 * The list of kept items: the newest first, then all; searched and filtered in memory. What is looked for is nowhere
 * else: not in the address, not stored. It goes with the page.
 */
import type { ExhibitId, ExhibitSummary } from "@/src/model/exhibit";
import { choicesOf, NO_FILTERS } from "@/src/search/filters";
import { ItemSearch } from "@/src/search/search";
import { vaultFailure } from "./failures";
import type { KeptView, ListState } from "./state";
import type { LibraryWorld } from "./world";

/** Items made ready for the search between two moments in which the page can do something else. */
const PREPARED_AT_ONCE = 200;

export const FIRST_VIEW: KeptView = { words: "", filters: NO_FILTERS, layout: "rows", cameFrom: null };

export interface KeptRun {
  /** @param cameFrom The item that was looked at before; the list is where it was then. */
  open(cameFrom: ExhibitId | null): Promise<void>;
  /** Reads it again, while what was read is still shown. */
  refresh(): Promise<void>;
  /** What was read does not hold any more. */
  forget(): void;
  /** Searches, filters, or shows it in another way. */
  look(some: Partial<KeptView>): void;
}

export function runKept(
  world: Pick<LibraryWorld, "summaries">,
  show: (list: ListState, view: KeptView) => void,
): KeptRun {
  const search = new ItemSearch();
  let list: ListState = { step: "reading" };
  let view = FIRST_VIEW;
  /** Counts readings; only the last one counts. */
  let reading = 0;

  const put = (next: ListState) => {
    list = next;
    show(list, view);
  };
  const putItems = (
    items: ExhibitSummary[],
    rest: Pick<Extract<ListState, { step: "read" }>, "damaged" | "waiting" | "isWhole">,
  ) => {
    search.set(items);
    put({ step: "read", items, found: search.find(view.words, view.filters), choices: choicesOf(items), ...rest });
  };

  const read = async () => {
    reading += 1;
    const mine = reading;
    const onNewest = (newest: ExhibitSummary[]) => {
      const isFirst = mine === reading && list.step !== "read" && newest.length > 0;
      if (isFirst) putItems(newest, { damaged: [], waiting: 0, isWhole: false });
    };
    try {
      const { summaries, damaged, waiting } = await world.summaries(onNewest);
      if (mine === reading) putItems(summaries, { damaged, waiting, isWhole: true });
    } catch (error) {
      if (mine === reading) put({ step: "failed", failure: vaultFailure(error) });
    }
    void prepareSearch(mine);
  };

  const prepareSearch = async (mine: number) => {
    while (mine === reading && search.prepare(PREPARED_AT_ONCE)) await new Promise((resolve) => setTimeout(resolve));
  };

  return {
    async open(cameFrom) {
      const isThere = list.step === "read" && list.isWhole;
      view = { ...view, cameFrom: isThere ? cameFrom : null };
      put(isThere ? list : { step: "reading" });
      await read();
    },
    refresh: read,
    forget() {
      reading += 1;
      list = { step: "reading" };
    },
    look(some) {
      view = { ...view, ...some };
      put(list.step === "read" ? { ...list, found: search.find(view.words, view.filters) } : list);
    },
  };
}
