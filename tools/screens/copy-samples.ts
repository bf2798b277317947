/** Made-up states of copies, and of packages that come in. */
import type { CopiesState } from "@/src/ui/library/copies/run-copies";
import type { ReceiveState } from "@/src/ui/library/receive/run-receive";
import type { VerifyState } from "@/src/ui/verify/state";
import { fileName, verify } from "./verify-samples";

const copiesKnown = { places: 1, newItems: 2, hasNewWords: true };

const halfWay = { bytesDone: 212_000_000, bytesTotal: 480_000_000 };

export const copies: Record<string, CopiesState> = {
  copies: { known: copiesKnown, doing: { step: "idle" } },
  "copies-made": {
    known: copiesKnown,
    doing: {
      step: "made",
      fileName: "documents-20261121-031205.zip.age",
      leftOut: 2,
      damagedCases: ["The account in spring", null],
    },
  },
  "copies-making": { known: copiesKnown, doing: { step: "making", ...halfWay } },
  "copies-opening": { known: copiesKnown, doing: { step: "opening", part: "comparing", ...halfWay } },
  "copies-checked": { known: { places: 2, newItems: 0, hasNewWords: false }, doing: { step: "checked" } },
  "copies-stopped": { known: { places: 0, newItems: 2, hasNewWords: false }, doing: { step: "stopped" } },
  "copies-refused": { known: copiesKnown, doing: { step: "failed", failure: { code: "notACopy" } } },
  "copies-empty": { known: null, doing: { step: "idle" } },
  "copies-not-read": { known: { failure: "damaged" }, doing: { step: "idle" } },
  "copies-put-back": { known: copiesKnown, doing: { step: "putBack", items: 31, asksForStamps: true } },
};

const ownKey = "age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq";

const receiving = (doing: ReceiveState["doing"]): ReceiveState => ({ key: ownKey, doing });

const looked = (name: string, items: { fresh: number; known: number; lacking: number } | null): ReceiveState =>
  receiving({
    step: "opened",
    fileName,
    verdict: (verify[name] as Extract<VerifyState, { step: "checked" }>).verdict,
    items,
  });

export const receives: Record<string, ReceiveState> = {
  receive: receiving({ step: "waiting" }),
  "receive-opening": receiving({ step: "opening", bytesDone: 7_300_000, bytesTotal: 18_402_113 }),
  "receive-opened": looked("unchanged", { fresh: 3, known: 1, lacking: 0 }),
  "receive-opened-lacking": looked("unchanged", { fresh: 0, known: 1, lacking: 2 }),
  "receive-changed": looked("changed", null),
  "receive-adding": receiving({ step: "adding", bytesDone: 7_300_000, bytesTotal: 18_402_113 }),
  "receive-added": receiving({ step: "added", items: { fresh: 3, known: 1, lacking: 0 } }),
  "receive-refused": receiving({ step: "failed", failure: { code: "itemDiffers" } }),
};
