/** What is kept here and not in a package that was made: while there is any, nobody is told that their own copy can go. */
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { PackagePreview } from "@/src/model/hand-over";
import type { LibraryWorld } from "@/src/ui/library/world";
import type { MadePackage } from "./state";

export type NotInside = "files" | "items" | "damaged" | "words";

/** What is kept, in all cases: everything is deleted together. */
export interface KeptNow {
  items: ReadonlySet<ExhibitId>;
  /** Items that were saved while the notes were locked, and are not yet among the others. */
  waiting: number;
  /** Whether there is an item or a note that cannot be read. */
  isDamaged: boolean;
  /** The cases in which something was written. */
  written: ReadonlySet<CaseId>;
}

/** @throws {VaultError} */
export async function readKept(world: Pick<LibraryWorld, "summaries" | "caseBook" | "notes">): Promise<KeptNow> {
  const { summaries, damaged, waiting } = await world.summaries();
  const written = new Set<CaseId>();
  let isDamaged = damaged.length > 0;
  for (const { id } of await world.caseBook.list()) {
    const { notes, damaged: unreadable } = await world.notes(id);
    isDamaged ||= unreadable.length > 0;
    if (notes.some(({ kind }) => kind !== "case")) written.add(id);
  }
  return { items: new Set(summaries.map(({ id }) => id)), waiting, isDamaged, written };
}

/** @param preview Of just this package. @param kept `null` where it cannot be read. */
export function notInside(
  { exhibits, withWords, head, damaged = 0, logBrokenAt }: MadePackage,
  { rows }: Pick<PackagePreview, "rows">,
  kept: KeptNow | null,
): NotInside[] {
  const [items, written] = [kept?.items ?? new Set(), kept?.written ?? new Set()];
  const found: Record<NotInside, boolean> = {
    files: rows.length < exhibits.length || rows.some(({ leftOut }) => leftOut > 0),
    items: (kept?.waiting ?? 0) > 0 || !items.isSubsetOf(new Set(exhibits)),
    damaged: damaged > 0 || logBrokenAt !== null || (kept?.isDamaged ?? true),
    words: !withWords || !written.isSubsetOf(new Set([head.caseId])),
  };
  return (Object.keys(found) as NotInside[]).filter((what) => found[what]);
}
