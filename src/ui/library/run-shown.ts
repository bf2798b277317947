/** The picture or file of the item that is open: covered until asked for, and covered again after a while. */
import type { ExhibitRecord } from "@/src/model/exhibit";
import { vaultFailure } from "./failures";
import type { PictureState } from "./state";

/** How long it stays uncovered by itself. It can be shown again at once. */
export const SHOWN_MS = 60_000;

export interface ShownRun {
  readonly state: PictureState;
  show(record: ExhibitRecord): Promise<void>;
  /** Its bytes are freed. */
  cover(): void;
  /** It is being watched, listened to or worked on: the time until it is covered begins anew. */
  keepShown(): void;
}

/** @param open Reads the file, and writes into the log that it was shown. */
export function runShown(open: (record: ExhibitRecord) => Promise<Blob>, changed: () => void): ShownRun {
  let state: PictureState = { step: "covered" };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (next: PictureState) => {
    if (state.step === "shown") URL.revokeObjectURL(state.objectUrl);
    clearTimeout(timer);
    state = next;
    changed();
  };
  const cover = () => put({ step: "covered" });
  const keepShown = () => {
    clearTimeout(timer);
    timer = state.step === "shown" ? setTimeout(cover, SHOWN_MS) : undefined;
  };

  return {
    get state() {
      return state;
    },
    async show(record) {
      if (state.step === "opening" || state.step === "shown") return;
      put({ step: "opening" });
      try {
        const blob = await open(record);
        if (now(state) !== "opening") return; // covered again, or left, while it was being read
        put({ step: "shown", objectUrl: URL.createObjectURL(blob) });
        keepShown();
      } catch (error) {
        put({ step: "failed", failure: vaultFailure(error) });
      }
    },
    cover,
    keepShown,
  };
}

/** The step as it is now: what the compiler knew of it ended with the waiting. */
function now(state: PictureState): PictureState["step"] {
  return state.step;
}
