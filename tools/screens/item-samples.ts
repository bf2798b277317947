/** Made-up states of one item. */
import type { Correction } from "@/src/model/correction";
import { VAULT_FAILURES } from "@/src/model/errors";
import type { ExhibitRecord } from "@/src/model/exhibit";
import type { CoverState } from "@/src/ui/library/cover/state";
import type { RemarksState } from "@/src/ui/library/remarks/state";
import type { ItemState, MarkedState, PictureState } from "@/src/ui/library/state";
import * as elsewhere from "./elsewhere-samples";
import { noRemarks, writtenRemarks } from "./remarks-samples";
import * as sample from "./samples";
import { history, missing, record, wholePage } from "./samples";

const item = (
  picture: PictureState,
  changed: ExhibitRecord = record,
  marked: MarkedState = { step: "waiting" },
  corrections: Correction[] = [],
  remarks: RemarksState | null = noRemarks,
  cover: CoverState | null = nothingCovered,
): ItemState => ({
  step: "read",
  record: changed,
  history,
  corrections,
  said: null,
  picture,
  marked,
  remarks,
  cover,
});

const nothingCovered: CoverState = {
  kept: null,
  drawn: null,
  size: null,
  isOpening: false,
  notOpened: null,
  canUndo: false,
  isBusy: false,
  failure: null,
  isSaid: false,
  copy: { step: "waiting" },
};

const twoBoxes = [
  { xPx: 120, yPx: 160, widthPx: 420, heightPx: 90 },
  { xPx: 700, yPx: 420, widthPx: 300, heightPx: 200 },
];

const covering = (picture: PictureState, some: Partial<CoverState>, covered: ExhibitRecord = record) =>
  item(picture, covered, undefined, [], noRemarks, { ...nothingCovered, size: record.picture, ...some });

export const itemFaces: Record<string, ItemState> = {
  item: item({ step: "covered" }),
  "item-opening": item({ step: "opening" }),
  "item-shown": item({ step: "shown", objectUrl: "/sample.png" }),
  "item-shown-very-tall": item(
    { step: "shown", objectUrl: "/sample-tall.png" },
    { ...record, picture: { ...record.picture, heightPx: 21_000 } },
  ),
  "item-whole-page": item({ step: "covered" }, { ...record, wholePage }),
  "item-picture-failed": item({ step: "failed", failure: "damaged" }),
  "item-something-missing": item(
    { step: "covered" },
    {
      ...record,
      missing,
      facts: sample.nothingFound,
      env: { ...record.env, privateWindow: true },
      picture: { ...record.picture, method: "re-drawn" },
    },
  ),
  "item-pictures-covered": item({ step: "covered" }, { ...record, pictures: "covered" }),
  "item-addresses": item(
    { step: "covered" },
    { ...record, url: { ...record.url, frames: sample.frames }, missing: sample.missingPictures },
  ),
  "item-conversation": item({ step: "covered" }, { ...record, scope: "conversation", missing: sample.missingOfLong }),
  "item-unusual-characters": item({ step: "covered" }, { ...record, facts: sample.hostile }),
  "item-corrected": item({ step: "covered" }, { ...record, post: sample.post }, undefined, [
    sample.correctionOf({ item: sample.ITEM, fact: "handle", value: "river.walker" }),
  ]),
  "item-remarks": item({ step: "covered" }, record, undefined, [], { ...writtenRemarks, said: "kept" }),
  "item-remarks-not-kept": item({ step: "covered" }, record, undefined, [], {
    ...writtenRemarks,
    isChanged: true,
    failure: "changedMeanwhile",
  }),
  "item-remarks-not-read": item({ step: "covered" }, record, undefined, [], null),
  "item-covering": covering({ step: "shown", objectUrl: "/sample.png" }, { drawn: twoBoxes, canUndo: true }),
  "item-covering-unseen": covering({ step: "covered" }, { drawn: [], failure: "changedMeanwhile" }),
  "item-covered-parts": covering(
    { step: "covered" },
    { kept: twoBoxes, isSaid: true, copy: { step: "made", fileName: "document-003-20261121-010208-copy.png" } },
  ),
  "item-thread": item({ step: "covered" }, { ...record, thread: sample.thread }),
  "item-marked-making": item({ step: "covered" }, record, { step: "making", rowsDone: 2900, rowsTotal: 6780 }),
  "item-marked-made": item({ step: "covered" }, record, {
    step: "made",
    fileName: "document-003-20261121-010208.png",
  }),
  "item-marked-not-made": item({ step: "covered" }, record, { step: "notMade", failure: "fileChanged" }),
  "item-imported": item({ step: "covered" }, elsewhere.photoRecord, undefined, [
    sample.correctionOf({ item: sample.ITEM, fact: "originalPlace", value: "On my old phone, in the drawer" }),
  ]),
  "item-imported-shown": item({ step: "shown", objectUrl: "/sample.png" }, elsewhere.photoRecord),
  "item-imported-covering": covering(
    { step: "shown", objectUrl: "/sample.png" },
    { drawn: twoBoxes, canUndo: true },
    elsewhere.photoRecord,
  ),
  "item-imported-not-opened": covering({ step: "covered" }, { notOpened: "notOpened" }, elsewhere.photoRecord),
  "item-imported-chat": item({ step: "covered" }, elsewhere.chatRecord),
  "item-recording-cut-off": item({ step: "covered" }, elsewhere.cutRecording),
  "item-reading": { step: "reading" },
  ...Object.fromEntries(
    VAULT_FAILURES.map((failure) => [`item-failed-${failure}`, { step: "failed", failure } as const]),
  ),
};
