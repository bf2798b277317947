/** Copies in the library: what is known of them, and what is being done with one. */
import type { CopiesKnown, CopyPlace } from "@/src/model/copy";
import { packageFailure } from "./failures";
import type { PackageFailure } from "./state";

export type SealedFor = { passphrase: string } | { recipient: string };

/** Failures are thrown as {ExportError | VaultError}. */
export interface CopiesWorld {
  /** `null` where nothing is kept. */
  read(): Promise<CopiesKnown | null>;
  /** @returns The file's name. */
  make(
    sealedFor: SealedFor,
    onProgress: (filesDone: number, filesTotal: number) => void,
    signal: AbortSignal,
  ): Promise<string>;
  /** Opens it, checks all of it, and writes that down. */
  check(file: Blob, secret: string, place: CopyPlace): Promise<void>;
  /** @returns How many items came back. */
  putBack(file: Blob, secret: string): Promise<number>;
}

export type CopyDoing =
  | { step: "idle" }
  | { step: "making"; filesDone: number; filesTotal: number }
  | { step: "made"; fileName: string }
  | { step: "opening" }
  | { step: "checked" }
  | { step: "putBack"; items: number }
  | { step: "failed"; failure: PackageFailure };

export interface CopiesState {
  /** `null` where nothing is kept; "reading" until it was read, and where it cannot be. */
  known: CopiesKnown | null | "reading";
  doing: CopyDoing;
}

export interface CopiesRun {
  open(): Promise<void>;
  make(sealedFor: SealedFor): Promise<void>;
  check(file: Blob, secret: string, place: CopyPlace): Promise<void>;
  putBack(file: Blob, secret: string): Promise<void>;
  stop(): void;
}

export function runCopies(world: CopiesWorld, show: (state: CopiesState) => void): CopiesRun {
  let state: CopiesState = { known: "reading", doing: { step: "idle" } };
  let stopping = new AbortController();
  const put = (some: Partial<CopiesState>) => {
    state = { ...state, ...some };
    show(state);
  };
  const read = async () => put({ known: await world.read().catch(() => "reading" as const) });
  const isBusy = () => state.doing.step === "making" || state.doing.step === "opening";
  const work = async (begun: CopyDoing, act: () => Promise<CopyDoing>) => {
    if (isBusy()) return;
    put({ doing: begun });
    const doing = await act().catch((error): CopyDoing => ({ step: "failed", failure: packageFailure(error) }));
    put({ doing });
    await read();
  };
  return {
    async open() {
      if (!isBusy()) put({ doing: { step: "idle" } });
      else show(state);
      await read();
    },
    make: (sealedFor) =>
      work({ step: "making", filesDone: 0, filesTotal: 0 }, async () => {
        stopping = new AbortController();
        const onProgress = (filesDone: number, filesTotal: number) =>
          put({ doing: { step: "making", filesDone, filesTotal } });
        return { step: "made", fileName: await world.make(sealedFor, onProgress, stopping.signal) };
      }),
    check: (file, secret, place) =>
      work({ step: "opening" }, async () => {
        await world.check(file, secret, place);
        return { step: "checked" };
      }),
    putBack: (file, secret) =>
      work({ step: "opening" }, async () => ({ step: "putBack", items: await world.putBack(file, secret) })),
    stop: () => stopping.abort(),
  };
}
