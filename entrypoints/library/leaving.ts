/** The library's part in what leaving does. */
import { send } from "@/src/messaging/send";
import { allowHistory, endHistory, isHistoryAllowed, isHistoryOffered } from "@/src/platform/own-history";
import { readLeaveTo, writeLeaveTo } from "@/src/platform/surface";
import type { LeavingWorld } from "@/src/ui/library/leaving/run-leaving";

export const leavingWorld: LeavingWorld = {
  readTo: readLeaveTo,
  writeTo: writeLeaveTo,
  hasRows: isHistoryOffered,
  isAllowed: isHistoryAllowed,
  allow: allowHistory,
  end: endHistory,
  remove: async () => (await send("rows.remove", {})) ?? 0,
};
