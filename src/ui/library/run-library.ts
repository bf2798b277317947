/** What happens in the library: one section after another, as the address says. */
import type { Correct } from "./corrections";
import { vaultFailure } from "./failures";
import { type HandOverRun, runHandOver } from "./hand-over/run-hand-over";
import { type CopiesRun, runCopies } from "./run-copies";
import { type Delete, runItem } from "./run-item";
import { type LockingRun, runLocking } from "./run-locking";
import { runWholePage, type WholePageRun } from "./run-whole-page";
import { type LibraryState, type ListState, routeOf, type SettingsState } from "./state";
import type { LibraryWorld } from "./world";

export interface LibraryActions {
  /** Opens the section that a hash names. */
  open(hash: string): Promise<void>;
  /** Reads the list again, where it is what is shown. */
  refresh(): Promise<void>;
  showPicture(): Promise<void>;
  coverPicture(): void;
  correct: Correct;
  deleteItem: Delete;
  saveMarked(): Promise<void>;
  stopMarked(): void;
  handOver: HandOverRun;
  setScreens(screens: number): Promise<void>;
  locking: LockingRun;
  copies: CopiesRun;
  wholePage: WholePageRun;
}

export function runLibrary(world: LibraryWorld, show: (state: LibraryState) => void): LibraryActions {
  /** Counts what was opened, so that a late answer does not replace what was opened after it. */
  let visit = 0;
  let item: ReturnType<typeof runItem> | null = null;
  let section: LibraryState["section"] | null = null;
  const handOver = runHandOver(world, (state) => {
    if (section === "handOver") show({ section, handOver: state });
  });

  const copies = runCopies(world.copies, (state) => {
    if (section === "copies") show({ section, copies: state });
  });

  let settings: SettingsState = {
    version: world.version,
    room: "reading",
    screens: null,
    locking: { step: "closed" },
    wholePage: null,
  };
  const putSettings = (some: Partial<SettingsState>) => {
    settings = { ...settings, ...some };
    if (section === "settings") show({ section, ...settings });
  };
  const locking = runLocking(world, (state) => putSettings({ locking: state }));
  const wholePage = runWholePage(world, (state) => putSettings({ wholePage: state }));
  const readSettings = async () => {
    const now = wholePage.open();
    const [room, screens] = await Promise.all([world.room().catch(() => null), world.readScreens()]);
    putSettings({ room, screens });
    await now;
  };

  const readList = async () => {
    const mine = visit;
    const list = await readKept(world);
    if (mine === visit) show({ section: "kept", list });
  };

  const open = async (hash: string) => {
    visit += 1;
    item?.close();
    item = null;
    const route = routeOf(hash);
    section = route.section;
    switch (route.section) {
      case "kept":
        show({ section: "kept", list: { step: "reading" } });
        return readList();
      case "item":
        item = runItem(world, route.id, (state) => show({ section: "item", item: state }));
        return item.read();
      case "handOver":
        return handOver.open();
      case "help":
        return show({ section: "help" });
      case "check":
        return show({ section: "check" });
      case "copies":
        return copies.open();
      case "settings":
        locking.open(route.asksPassphrase);
        return readSettings();
    }
  };

  return {
    open,
    refresh: async () => (section === "kept" ? readList() : undefined),
    showPicture: async () => item?.showPicture(),
    coverPicture: () => item?.coverPicture(),
    correct: async (fact, value) => (item === null ? "notFound" : item.correct(fact, value)),
    deleteItem: async () => (item === null ? "notFound" : item.delete()),
    saveMarked: async () => item?.saveMarked(),
    stopMarked: () => item?.stopMarked(),
    setScreens: async (screens) => {
      await world.writeScreens(screens);
      putSettings({ screens });
    },
    handOver,
    locking,
    copies,
    wholePage,
  };
}

async function readKept(world: LibraryWorld): Promise<ListState> {
  try {
    const { summaries, damaged, waiting } = await world.summaries();
    return { step: "read", items: summaries, damaged, waiting };
  } catch (error) {
    return { step: "failed", failure: vaultFailure(error) };
  }
}
