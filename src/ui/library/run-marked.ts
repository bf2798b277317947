/** Making one copy of the picture of the item that is open. Leaving the item stops it. */
import { ExportError, PictureError } from "@/src/model/errors";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { vaultFailure } from "./failures";
import type { MarkedFailure, MarkedState } from "./state";
import type { MarkedRequest } from "./world";

export interface MarkedRun<Kind extends ExhibitRecord> {
  readonly state: MarkedState;
  make(record: Kind): Promise<void>;
  stop(): void;
}

/** @param save Makes the copy and hands it to the browser's downloads. @returns The file's name */
type Save<Kind> = (record: Kind, request: MarkedRequest) => Promise<string>;

export function runMarked<Kind extends ExhibitRecord>(save: Save<Kind>, changed: () => void): MarkedRun<Kind> {
  let state: MarkedState = { step: "waiting" };
  let stopping = new AbortController();

  const put = (next: MarkedState) => {
    state = next;
    changed();
  };

  return {
    get state() {
      return state;
    },
    async make(record) {
      if (state.step === "making") return;
      stopping = new AbortController();
      const { signal } = stopping;
      const onProgress = (rowsDone: number, rowsTotal: number) => put({ step: "making", rowsDone, rowsTotal });
      onProgress(0, 0);
      try {
        put({ step: "made", fileName: await save(record, { onProgress, signal }) });
      } catch (error) {
        put({ step: "notMade", failure: signal.aborted ? "cancelled" : pictureFailure(error) });
      }
    },
    stop: () => stopping.abort(),
  };
}

/** Why a picture could not be opened, or a copy of it not be made. */
export function pictureFailure(error: unknown): Exclude<MarkedFailure, "cancelled"> {
  if (error instanceof PictureError) return error.code;
  return error instanceof ExportError && error.code === "fileChanged" ? error.code : vaultFailure(error);
}
