/** Opening a package that someone else made: it is checked and shown first, and comes in only when that is asked for. */
import { packageFailure } from "@/src/ui/library/failures";
import type { PackageFailure } from "@/src/ui/library/hand-over/state";
import type { ShownVerdict } from "@/src/ui/verify/state";

export interface ReceiveProgress {
  bytesDone: number;
  bytesTotal: number;
}

export interface OpenPackageRequest {
  file: File;
  /** Passphrase or secret age key; empty where the file needs none, or was encrypted for this program's own key. */
  secret: string;
  onProgress: (progress: ReceiveProgress) => void;
  signal: AbortSignal;
}

/** How many items of a package are not here yet, how many are, and how many stay out because pictures were left out of them. */
export interface PackageItems {
  fresh: number;
  known: number;
  lacking: number;
}

/** A package that was opened and checked. */
export interface OpenedPackage {
  verdict: ShownVerdict;
  /** `null` where it is not intact. */
  items: PackageItems | null;
  /** Takes in what is not here yet. @throws {VaultError | ExportError} nothing came in then */
  add(request: Pick<OpenPackageRequest, "onProgress" | "signal">): Promise<void>;
  /** Nothing of it stays. */
  close(): Promise<void>;
}

export interface ReceiveWorld {
  /** What others encrypt for (`age1…`). @throws {VaultError} */
  key(): Promise<string>;
  /** Opens a package and checks all of it. @throws {VaultError | ExportError} `cancelled` is a stop */
  open(request: OpenPackageRequest): Promise<OpenedPackage>;
}

export type ReceiveDoing =
  | { step: "waiting" }
  /** `bytesTotal` is 0 until it is known. */
  | ({ step: "opening" | "adding" } & ReceiveProgress)
  | { step: "opened"; fileName: string; verdict: ShownVerdict; items: PackageItems | null }
  | { step: "added"; items: PackageItems }
  | { step: "stopped" }
  | { step: "failed"; failure: PackageFailure };

export interface ReceiveState {
  /** `null` until it was read, and where it cannot be. */
  key: string | null;
  doing: ReceiveDoing;
}

export interface ReceiveRun {
  open(): Promise<void>;
  openPackage(file: File, secret: string): Promise<void>;
  add(): Promise<void>;
  /** Puts away what is shown. */
  another(): Promise<void>;
  stop(): void;
}

const NOTHING_YET: ReceiveProgress = { bytesDone: 0, bytesTotal: 0 };

export function runReceive(world: ReceiveWorld, show: (state: ReceiveState) => void): ReceiveRun {
  let state: ReceiveState = { key: null, doing: { step: "waiting" } };
  let opened: OpenedPackage | null = null;
  let stopping = new AbortController();
  const put = (some: Partial<ReceiveState>) => {
    state = { ...state, ...some };
    show(state);
  };
  const isBusy = () => state.doing.step === "opening" || state.doing.step === "adding";
  const close = async () => {
    await opened?.close();
    opened = null;
  };
  /** What fails puts away the package: nothing of it stays. */
  const work = async (step: "opening" | "adding", act: (request: Watching) => Promise<ReceiveDoing>) => {
    if (isBusy()) return;
    stopping = new AbortController();
    const onProgress = (progress: ReceiveProgress) => put({ doing: { step, ...progress } });
    onProgress(NOTHING_YET);
    try {
      put({ doing: await act({ onProgress, signal: stopping.signal }) });
    } catch (error) {
      await close();
      const failure = packageFailure(error);
      put({ doing: failure.code === "cancelled" ? { step: "stopped" } : { step: "failed", failure } });
    }
  };
  return {
    async open() {
      show(state);
      if (state.key === null) put({ key: await world.key().catch(() => null) });
    },
    openPackage: (file, secret) =>
      work("opening", async (watching) => {
        await close();
        opened = await world.open({ file, secret, ...watching });
        const { verdict, items } = opened;
        if (items === null || items.fresh === 0) await close();
        return { step: "opened", fileName: file.name, verdict, items };
      }),
    add: () =>
      work("adding", async (watching) => {
        const { items, add } = opened!;
        await add(watching);
        await close();
        return { step: "added", items: items! };
      }),
    async another() {
      if (isBusy()) return;
      await close();
      put({ doing: { step: "waiting" } });
    },
    stop: () => stopping.abort(),
  };
}

type Watching = Pick<OpenPackageRequest, "onProgress" | "signal">;
