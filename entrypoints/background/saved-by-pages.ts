/** The background's part in what pages of ours save themselves: files from elsewhere, and recordings, and telling of those that were cut off. */
import type { Handlers } from "@/src/messaging/serve";
import { cutOffRecordings, forgetCutOff } from "@/src/vault/cut-off";
import type { CaptureAct } from "@/src/vault/ledger";
import type { OpenVault } from "@/src/vault/open";
import { stampNext } from "./stamping";
import { answer } from "./vault-handlers";

type SavedMessage = "exhibit.saved" | "recording.cutOff" | "recording.told";

export function savedHandlers(opened: () => Promise<OpenVault>, act: () => CaptureAct): Pick<Handlers, SavedMessage> {
  return {
    "exhibit.saved": async ({ item }) => {
      void opened()
        .then((vault) => stampNext(vault, item, act))
        .catch((cause) => console.warn("not stamped:", cause));
      return null;
    },
    "recording.cutOff": () => answer(async () => cutOffRecordings(await opened())),
    "recording.told": ({ items }) => answer(async () => forgetCutOff((await opened()).db, items).then(() => null)),
  };
}
