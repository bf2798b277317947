/** Files that are brought in, one after another. One that cannot come in is named and stops none of the others. */
import { ImportError, type ImportFailure } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { type Imported, MAX_IMPORT_FILES } from "@/src/model/from-elsewhere";
import { vaultFailure } from "@/src/ui/library/failures";

export interface ImportRequest {
  file: File;
  how: Imported["how"];
  /** Told now and then how many bytes were taken since. */
  onBytes: (bytes: number) => void;
  signal: AbortSignal;
}

export interface ImportedItem {
  id: ExhibitId;
  /** `null` where the notes were locked meanwhile: it gets its number later. */
  exhibit: number | null;
}

export interface ImportWorld {
  /** Takes in one file whole, or nothing of it. @throws {ImportError | VaultError} */
  importFile(request: ImportRequest): Promise<ImportedItem>;
}

/** What became of one file. */
export interface ImportOutcome {
  name: string;
  item: ImportedItem | null;
  failure: ImportFailure | null;
}

export type ImportState =
  | { step: "waiting" }
  /** `place` counts from 1. Bytes are of all of them together. */
  | { step: "importing"; name: string; place: number; files: number; bytesDone: number; bytesTotal: number }
  | { step: "imported"; outcomes: ImportOutcome[] };

export interface ImportRun {
  open(): void;
  take(files: readonly File[], how: Imported["how"]): Promise<void>;
  stop(): void;
  /** Puts away what is told of the last ones. */
  more(): void;
}

export function runImport(world: ImportWorld, show: (state: ImportState) => void): ImportRun {
  let state: ImportState = { step: "waiting" };
  let stopping = new AbortController();
  const put = (next: ImportState) => {
    state = next;
    show(next);
  };
  return {
    open: () => show(state),
    async take(files, how) {
      if (state.step === "importing" || files.length === 0) return;
      stopping = new AbortController();
      const { signal } = stopping;
      const bytesTotal = files.reduce((sum, { size }) => sum + size, 0);
      let bytesDone = 0;
      const outcomes: ImportOutcome[] = [];
      for (const [at, file] of files.entries()) {
        const tell = () =>
          put({ step: "importing", name: file.name, place: at + 1, files: files.length, bytesDone, bytesTotal });
        tell();
        const before = bytesDone;
        const onBytes = (bytes: number) => {
          bytesDone += bytes;
          tell();
        };
        outcomes.push(await outcomeOf(world, { file, how, onBytes, signal }, at));
        bytesDone = before + file.size;
      }
      put({ step: "imported", outcomes });
    },
    stop: () => stopping.abort(),
    more: () => put({ step: "waiting" }),
  };
}

async function outcomeOf(world: ImportWorld, request: ImportRequest, at: number): Promise<ImportOutcome> {
  const { name } = request.file;
  if (request.signal.aborted) return { name, item: null, failure: "stopped" };
  if (at >= MAX_IMPORT_FILES) return { name, item: null, failure: "tooMany" };
  try {
    return { name, item: await world.importFile(request), failure: null };
  } catch (error) {
    return { name, item: null, failure: error instanceof ImportError ? error.code : vaultFailure(error) };
  }
}
