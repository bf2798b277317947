/** Recordings that were cut off become items, and are time-stamped as any that is saved. */
import type { CaptureAct } from "@/src/vault/ledger";
import type { OpenVault } from "@/src/vault/open";
import { recoverRecordings } from "@/src/vault/recordings";
import { stampNext } from "./stamping";

/** What cannot be made of them now is tried at the next start; it is no reason not to open. */
export async function recover(vault: OpenVault, act: () => CaptureAct): Promise<void> {
  const recovered = await recoverRecordings(vault, act()).catch((cause) => {
    console.warn("not recovered:", cause);
    return [];
  });
  for (const id of recovered) void stampNext(vault, id, act);
}
