/** Made-up states of handing over. */
import type { HandOverState } from "@/src/ui/library/hand-over/state";
import * as sample from "./samples";
import { choosing, handOverChoice, items, madePackage } from "./samples";

export const handOvers: Record<string, HandOverState> = {
  "hand-over": choosing,
  "hand-over-some": {
    ...choosing,
    cases: [...choosing.cases, { id: sample.CASE, name: null, role: "unstated", items: 1 }],
    choice: {
      ...handOverChoice,
      receiver: "helpline",
      pictures: "covered",
      withMarked: false,
      picked: new Set([sample.ITEM]),
      seal: { by: "keys", keys: "age1not a key" },
    },
    mistake: "mistypedKey",
  },
  "hand-over-empty": { ...choosing, items: [], cases: [], choice: null },
  "hand-over-counting-files": { step: "counting", itemsDone: 40, itemsTotal: 500 },
  "hand-over-preview": { step: "preview", choice: handOverChoice, items, preview: sample.wholePreview },
  "hand-over-preview-covered": {
    step: "preview",
    choice: { ...handOverChoice, receiver: "helpline", pictures: "covered", seal: { by: "words" } },
    items,
    preview: sample.packagePreview,
  },
  "hand-over-preview-friend": {
    step: "preview",
    choice: { ...handOverChoice, receiver: "friend", pictures: "covered", withWords: false, seal: { by: "words" } },
    items,
    preview: sample.packagePreview,
  },
  "hand-over-preview-redacted": {
    step: "preview",
    choice: { ...handOverChoice, pictures: "redacted" },
    items,
    preview: sample.redactedPreview,
  },
  "hand-over-reading": { step: "reading" },
  "hand-over-failed": { step: "failed", failure: "damaged" },
  "hand-over-counting": { step: "making", filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0 },
  "hand-over-making": { step: "making", filesDone: 3, filesTotal: 12, bytesDone: 4_200_000, bytesTotal: 24_000_000 },
  "hand-over-made": { step: "made", package: madePackage, notInside: [], binder: { step: "choosing" } },
  "hand-over-made-for-someone": {
    step: "made",
    package: { ...madePackage, receiver: "friend", keptBy: "bystander" },
    notInside: [],
    binder: { step: "choosing" },
  },
  "hand-over-made-part-for-someone": {
    step: "made",
    package: { ...madePackage, receiver: "friend", keptBy: "bystander", pictures: "covered", withWords: false },
    notInside: ["files", "items", "words"],
    binder: { step: "choosing" },
  },
  "hand-over-made-sealed": {
    step: "made",
    package: {
      ...madePackage,
      fileName: "documents-20261121-031205.age",
      pictures: "covered",
      seal: { by: "words", passphrase: "abandon-ability-able-about-above-absent" },
    },
    notInside: [],
    binder: { step: "choosing" },
  },
  "hand-over-printing": {
    step: "made",
    package: madePackage,
    notInside: [],
    binder: { step: "making", sheetsDone: 7, sheetsTotal: 40 },
  },
  "hand-over-printed": {
    step: "made",
    package: madePackage,
    notInside: [],
    binder: { step: "made", fileName: "documents-20261121-031205-binder.pdf" },
  },
  "hand-over-not-printed": {
    step: "made",
    package: madePackage,
    notInside: [],
    binder: { step: "notMade", failure: { code: "fileMissing", exhibit: 2 } },
  },
  "hand-over-stopped": { step: "notMade", failure: { code: "cancelled" } },
  "hand-over-file-changed": { step: "notMade", failure: { code: "fileChanged", exhibit: 2 } },
};
