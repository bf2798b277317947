/** Copies in the library: what is known of them, and what is being done with one. */
import type { CopiesKnown, CopyPlace } from "@/src/model/copy";
import type { VaultFailure } from "@/src/model/errors";
import { packageFailure, vaultFailure } from "@/src/ui/library/failures";
import type { PackageFailure } from "@/src/ui/library/hand-over/state";

export type SealedFor = { passphrase: string } | { recipient: string };

export interface CopyProgress {
  bytesDone: number;
  bytesTotal: number;
}

/** What is done with a copy that is opened, in order: the last one only where it is put back. */
export const COPY_PARTS = ["unsealing", "comparing", "writing"] as const;
export type CopyPart = (typeof COPY_PARTS)[number];

export interface OpenRequest {
  file: Blob;
  secret: string;
  onProgress: (progress: CopyProgress & { part: CopyPart }) => void;
  signal: AbortSignal;
}

export interface CopyMade {
  fileName: string;
  /** Items that are damaged, and so not in it. */
  leftOut: number;
  /** Cases whose log is damaged, and which are in it as such, by the names the user gave them. */
  damagedCases: readonly (string | null)[];
}

export interface CopyPutBack {
  items: number;
  /** Items were stamped when they were saved, and the browser has to be asked for it again. */
  asksForStamps: boolean;
}

/** Failures are thrown as {ExportError | VaultError}; `cancelled` is a stop. */
export interface CopiesWorld {
  /** `null` where nothing is kept. */
  read(): Promise<CopiesKnown | null>;
  /** Whether something that is kept is in no checked copy. */
  isAhead(): Promise<boolean>;
  make(request: {
    sealedFor: SealedFor;
    onProgress: (progress: CopyProgress) => void;
    signal: AbortSignal;
  }): Promise<CopyMade>;
  /** Opens it, checks all of it, and writes that down. */
  check(request: OpenRequest, place: CopyPlace): Promise<void>;
  putBack(request: OpenRequest): Promise<CopyPutBack>;
}

export type CopyDoing =
  | { step: "idle" }
  /** `bytesTotal` is 0 until everything was counted. */
  | ({ step: "making" } & CopyProgress)
  | ({ step: "made" } & CopyMade)
  | ({ step: "opening"; part: CopyPart } & CopyProgress)
  | { step: "checked" }
  | ({ step: "putBack" } & CopyPutBack)
  | { step: "stopped" }
  | { step: "failed"; failure: PackageFailure };

/** Something long, without a key or a click. */
export function isGoingOn({ step }: CopyDoing): boolean {
  return step === "making" || step === "opening";
}

/** `null` where nothing is kept; "reading" until it was read; a failure where it cannot be. */
export type KnownHere = CopiesKnown | null | "reading" | { failure: VaultFailure };

export interface CopiesState {
  known: KnownHere;
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
  const read = async () => put({ known: await world.read().catch((error) => ({ failure: vaultFailure(error) })) });
  const isBusy = () => isGoingOn(state.doing);
  /** Shown when it has moved by a thousandth: pieces are many. */
  const progress = (next: Extract<CopyDoing, { step: "making" | "opening" }>) => {
    if (hasMoved(state.doing, next)) put({ doing: next });
  };
  const work = async (begun: CopyDoing, act: (signal: AbortSignal) => Promise<CopyDoing>) => {
    if (isBusy()) return;
    stopping = new AbortController();
    put({ doing: begun });
    const doing = await act(stopping.signal).catch((error): CopyDoing => {
      const failure = packageFailure(error);
      return failure.code === "cancelled" ? { step: "stopped" } : { step: "failed", failure };
    });
    put({ doing });
    await read();
  };
  const opening = (file: Blob, secret: string, act: (request: OpenRequest) => Promise<CopyDoing>) =>
    work({ step: "opening", part: "unsealing", ...NOTHING_YET }, (signal) =>
      act({ file, secret, signal, onProgress: (now) => progress({ step: "opening", ...now }) }),
    );
  return {
    async open() {
      if (!isBusy()) put({ doing: { step: "idle" } });
      else show(state);
      await read();
    },
    make: (sealedFor) =>
      work({ step: "making", ...NOTHING_YET }, async (signal) => {
        const onProgress = (now: CopyProgress) => progress({ step: "making", ...now });
        return { step: "made", ...(await world.make({ sealedFor, onProgress, signal })) };
      }),
    check: (file, secret, place) =>
      opening(file, secret, async (request) => {
        await world.check(request, place);
        return { step: "checked" };
      }),
    putBack: (file, secret) =>
      opening(file, secret, async (request) => ({ step: "putBack", ...(await world.putBack(request)) })),
    stop: () => stopping.abort(),
  };
}

const NOTHING_YET: CopyProgress = { bytesDone: 0, bytesTotal: 0 };

function hasMoved(before: CopyDoing, next: CopyProgress & { part?: CopyPart }): boolean {
  if (!("bytesDone" in before) || before.bytesTotal !== next.bytesTotal) return true;
  const isOtherPart = "part" in before && before.part !== next.part;
  return isOtherPart || Math.abs(next.bytesDone - before.bytesDone) >= next.bytesTotal / 1000;
}
