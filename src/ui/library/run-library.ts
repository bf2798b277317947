/** What happens in the library: one section after another, as the address says. */
import type { ExhibitId } from "@/src/model/exhibit";
import { vaultFailure } from "./failures";
import { type PackageOptions, runHandOver } from "./run-hand-over";
import { runItem } from "./run-item";
import { runSettings } from "./run-settings";
import { type LibraryState, type ListState, routeOf } from "./state";
import type { LibraryWorld } from "./world";

export interface LibraryActions {
  /** Opens the section that a hash names. */
  open(hash: string): Promise<void>;
  /** Reads the list again, where it is what is shown. */
  refresh(): Promise<void>;
  showPicture(): Promise<void>;
  coverPicture(): void;
  saveMarked(): Promise<void>;
  stopMarked(): void;
  keepWholePage(): Promise<void>;
  endWholePage(): Promise<void>;
  makePackage(ids: ReadonlySet<ExhibitId>, options: PackageOptions): Promise<void>;
  stopPackage(): void;
  anotherPackage(): Promise<void>;
}

export function runLibrary(world: LibraryWorld, show: (state: LibraryState) => void): LibraryActions {
  /** Counts what was opened, so that a late answer does not replace what was opened after it. */
  let visit = 0;
  let item: ReturnType<typeof runItem> | null = null;
  let section: LibraryState["section"] | null = null;
  const handOver = runHandOver(world, (state) => {
    if (section === "handOver") show({ section, handOver: state });
  });

  const settings = runSettings(world, (state) => {
    if (section === "settings") show({ section, ...state });
  });

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
      case "settings":
        return settings.open();
    }
  };

  return {
    open,
    refresh: async () => (section === "kept" ? readList() : undefined),
    showPicture: async () => item?.showPicture(),
    coverPicture: () => item?.coverPicture(),
    saveMarked: async () => item?.saveMarked(),
    stopMarked: () => item?.stopMarked(),
    keepWholePage: () => settings.keepWholePage(),
    endWholePage: () => settings.endWholePage(),
    makePackage: (ids, options) => handOver.make(ids, options),
    stopPackage: () => handOver.stop(),
    anotherPackage: () => handOver.choose(),
  };
}

async function readKept(world: LibraryWorld): Promise<ListState> {
  try {
    const { summaries, damaged } = await world.summaries();
    return { step: "read", items: summaries, damaged };
  } catch (error) {
    return { step: "failed", failure: vaultFailure(error) };
  }
}
