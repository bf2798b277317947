/** Made-up states of what a passer-by may see. */
import { USUAL_LEAVE_TO } from "@/src/model/leave-to";
import type { LeavingState } from "@/src/ui/library/leaving/run-leaving";

const usual: LeavingState = { to: USUAL_LEAVE_TO, isUsual: true, said: null, rows: { step: "off" } };

export const leavingFaces: Record<string, LeavingState> = {
  "settings-leaving": usual,
  "settings-leaving-changed": {
    to: "https://weather.example/today",
    isUsual: false,
    said: "kept",
    rows: { step: "on", removed: 4 },
  },
  "settings-leaving-refused": { ...usual, said: "notAnAddress", rows: { step: "refused" } },
};
