/** Making one copy of the picture of the item that is open. Leaving the item stops it. */
import { ExportError, PictureError } from "@/src/model/errors";
import type { PageRecord } from "@/src/model/exhibit";
import { vaultFailure } from "./failures";
import type { MarkedFailure, MarkedState } from "./state";
import type { MarkedRequest } from "./world";

export interface MarkedRun {
  readonly state: MarkedState;
  make(record: PageRecord): Promise<void>;
  stop(): void;
}

/** @param save Makes the copy and hands it to the browser's downloads. @returns The file's name */
type Save = (record: PageRecord, request: MarkedRequest) => Promise<string>;

export function runMarked(save: Save, changed: () => void): MarkedRun {
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
        put({ step: "notMade", failure: signal.aborted ? "cancelled" : markedFailure(error) });
      }
    },
    stop: () => stopping.abort(),
  };
}

function markedFailure(error: unknown): MarkedFailure {
  if (error instanceof PictureError) return error.code;
  return error instanceof ExportError && error.code === "fileChanged" ? error.code : vaultFailure(error);
}
