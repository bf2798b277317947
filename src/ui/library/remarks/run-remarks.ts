/** The user's notes on one item. What was typed is kept until it is stored, also when another place is opened meanwhile. */
import type { RemarksDraft } from "@/src/messaging/protocol";
import type { CoverBox } from "@/src/model/covers";
import { VaultError, type VaultFailure } from "@/src/model/errors";
import type { ExhibitId, ExhibitRecord, ExhibitSummary } from "@/src/model/exhibit";
import { type KeptRemarks, NO_REMARKS } from "@/src/model/remarks";
import { vaultFailure } from "@/src/ui/library/failures";
import { formOf, type RemarksForm, remarksOf } from "./form-values";
import type { RemarksState } from "./state";

/** What the notes on an item need from outside. Failures are thrown as {VaultError}. */
export interface RemarksWorld {
  /** `null` where there are none. */
  remarks(id: ExhibitId): Promise<KeptRemarks | null>;
  putRemarks(draft: RemarksDraft): Promise<KeptRemarks>;
  summaries(): Promise<{ summaries: ExhibitSummary[] }>;
}

/** What was typed and is not stored, and the revision it is meant to replace. */
export interface Draft {
  form: RemarksForm;
  replaces: string | null;
}
/** Of all items, as long as the page is open. */
export type Drafts = Map<ExhibitId, Draft>;

export interface RemarksRun {
  /** `null` where they cannot be read. */
  readonly state: RemarksState | null;
  read(record: ExhibitRecord): Promise<void>;
  type(form: RemarksForm): void;
  /** Reads the items that can be linked. */
  listItems(): Promise<void>;
  /** @returns Whether something was written. */
  keep(): Promise<boolean>;
  /** What is to be opaque in copies of the picture, as it is kept; `null` where the user did not say. */
  readonly covers: readonly CoverBox[] | null;
  /** Keeps it beside what is kept; what was typed stays as it is. @returns Why it was not kept, or `null` */
  keepCovers(covers: readonly CoverBox[]): Promise<VaultFailure | null>;
}

type Doing = Omit<RemarksState, "form" | "links" | "isChanged">;
const NOTHING_YET: Doing = { isBusy: false, failure: null, said: null, items: null, itemsFailure: null };

export function runRemarks(world: RemarksWorld, id: ExhibitId, drafts: Drafts, put: () => void): RemarksRun {
  let record: ExhibitRecord | null = null;
  let kept: KeptRemarks | null = null;
  let isReadable = false;
  let doing = NOTHING_YET;
  const now = (some: Partial<Doing>) => {
    doing = { ...doing, ...some };
    put();
  };
  const formNow = () => drafts.get(id)?.form ?? formOf(kept?.remarks);
  /** Words that are what is kept are no draft: the next reading may replace them. */
  const draft = (form: RemarksForm, replaces: string | null) =>
    !doing.isBusy && isSame(form, formOf(kept?.remarks)) ? drafts.delete(id) : drafts.set(id, { form, replaces });

  const listItems = async () => {
    if (record === null || doing.items !== null) return;
    const { caseId } = record;
    try {
      const { summaries } = await world.summaries();
      const linked = new Set(formNow().links.map(({ item }) => item));
      const isOffered = (item: ExhibitSummary) => item.caseId === caseId || linked.has(item.id);
      now({ items: summaries.filter((item) => item.id !== id && isOffered(item)), itemsFailure: null });
    } catch (error) {
      now({ itemsFailure: vaultFailure(error) });
    }
  };

  const write = async (sent: RemarksForm, draftSent: RemarksDraft) => {
    now({ isBusy: true, failure: null, said: null });
    try {
      kept = await world.putRemarks(draftSent);
      const typed = formNow();
      // Typed while it was being stored: that is still to be kept, in the place of what was stored just now.
      doing = { ...doing, isBusy: false };
      if (typed === sent) drafts.delete(id);
      else draft(typed, kept.revision);
      now({ said: "kept" });
      return true;
    } catch (error) {
      now({ isBusy: false, failure: vaultFailure(error) });
      return false;
    }
  };

  return {
    get state() {
      if (!isReadable) return null;
      return { ...doing, form: formNow(), links: kept?.remarks.links ?? [], isChanged: drafts.has(id) };
    },
    async read(of) {
      record = of;
      try {
        kept = await world.remarks(id);
        isReadable = true;
      } catch (error) {
        if (!(error instanceof VaultError && error.code === "damaged")) throw error;
        isReadable = false;
      }
    },
    type(form) {
      const before = drafts.get(id);
      draft(form, before === undefined ? (kept?.revision ?? null) : before.replaces);
      now({ said: null });
    },
    listItems,
    async keep() {
      const form = formNow();
      const made = remarksOf(form);
      if (!isReadable || doing.isBusy || "problem" in made) return false;
      const typed = drafts.get(id);
      const covers = kept?.remarks.covers;
      const remarks = { ...made.remarks, ...(covers && { covers }) };
      if (typed !== undefined) return write(form, { item: id, remarks, replaces: typed.replaces });
      now({ failure: null, said: "unchanged" });
      return false;
    },
    get covers() {
      return kept?.remarks.covers ?? null;
    },
    async keepCovers(covers) {
      const replaces = kept?.revision ?? null;
      const remarks = { ...(kept?.remarks ?? NO_REMARKS), covers: [...covers] };
      try {
        kept = await world.putRemarks({ item: id, remarks, replaces });
        const typed = drafts.get(id);
        if (typed?.replaces === replaces) drafts.set(id, { ...typed, replaces: kept.revision });
        return null;
      } catch (error) {
        return vaultFailure(error);
      }
    },
  };
}

const isSame = (one: RemarksForm, other: RemarksForm): boolean => JSON.stringify(one) === JSON.stringify(other);
