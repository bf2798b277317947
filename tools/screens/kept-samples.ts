/** Made-up lists of what is kept, and what stands above them. */
import type { DamagedCase } from "@/src/model/damage";
import type { CutOffRecording } from "@/src/model/recording";
import { NO_FILTERS } from "@/src/search/filters";
import type { KeptView, ListState } from "@/src/ui/library/state";
import * as elsewhere from "./elsewhere-samples";
import * as sample from "./samples";
import { items, record } from "./samples";

const { manyItems } = sample;

const allOfThem = sample.listOf(manyItems);

export const lists: Record<string, { list: ListState; view?: Partial<KeptView> }> = {
  "kept-items": { list: sample.listOf(items) },
  "kept-items-new-to-copies": { list: sample.listOf(items) },
  "kept-items-cases": { list: sample.listOf(items) },
  "kept-items-first": { list: sample.listOf([]) },
  "kept-items-empty": { list: sample.listOf([]) },
  "kept-items-reading": { list: { step: "reading" } },
  "kept-items-failed": { list: { step: "failed", failure: "cannotOpen" } },
  "kept-items-damaged": { list: sample.listOf(items) },
  "kept-items-emptied": { list: sample.listOf([]) },
  "kept-items-cut-off": { list: sample.listOf(items) },
  "kept-items-unreadable": { list: sample.listOf(items, { damaged: [sample.ITEM], waiting: 2 }) },
  "kept-items-many": { list: allOfThem },
  "kept-items-many-reading": { list: sample.listOf(manyItems.slice(0, 112), { isWhole: false }) },
  "kept-items-many-tiles": { list: allOfThem, view: { layout: "tiles" } },
  "kept-items-many-found": {
    list: { ...allOfThem, found: manyItems.filter(({ platform }) => platform === "youtube") },
    view: { words: "weir", filters: { ...NO_FILTERS, platforms: new Set(["youtube"]) } },
  },
  "kept-items-many-none": { list: { ...allOfThem, found: [] }, view: { words: "harbour" } },
  "kept-items-many-back": { list: allOfThem, view: { cameFrom: manyItems[300]!.id } },
};

export const damagedCases: Record<string, DamagedCase[]> = {
  "kept-items-damaged": [
    { caseId: record.caseId, how: "setBack" },
    { caseId: record.caseId, how: "damaged" },
  ],
  "kept-items-emptied": [{ caseId: record.caseId, how: "emptied" }],
};

export const cutOffs: Record<string, CutOffRecording[]> = {
  "kept-items-cut-off": [elsewhere.cutOffRecording],
};
