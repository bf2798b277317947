/** Recording the screen: asks the browser, shows how long it runs, and keeps what there is when it ends. */
import { CodedError } from "@/src/model/coded-error";
import type { VaultFailure } from "@/src/model/errors";
import { lengthOf } from "@/src/model/length";
import type { MissingPart } from "@/src/model/missing";
import { vaultFailure } from "@/src/ui/library/failures";

/** Why nothing was recorded. */
const RECORDER_FAILURES = ["notShared", "notOffered", "nothingRecorded"] as const;
export class RecorderError extends CodedError<(typeof RECORDER_FAILURES)[number]> {
  override readonly name = "RecorderError";
}
export type RecorderFailure = RecorderError["code"] | VaultFailure;

export interface KeptRecording {
  id: string;
  /** `null` where the notes are locked. */
  exhibit: number | null;
  missing: MissingPart[];
}

/** A recording that goes on. */
export interface Running {
  /** Ends it; what there is is kept. */
  stop(): void;
  /** When it has ended, by whatever, and is kept. @throws {RecorderError | VaultError} */
  kept: Promise<KeptRecording>;
}

export interface RecorderWorld {
  /** Shows the browser's own question. @throws {RecorderError | VaultError} nothing was recorded then */
  start(wish: RecorderWish, onStored: (seconds: number, bytes: number) => void): Promise<Running>;
}

export interface RecorderWish {
  withSound: boolean;
  /** How long what is recorded lasts; `null` where that is not known. */
  ofSeconds: number | null;
}

export type RecorderState =
  | { step: "ready"; failure: RecorderFailure | null; isLengthWrong: boolean }
  | { step: "asking" }
  | { step: "recording"; seconds: number; bytes: number; ofSeconds: number | null }
  | { step: "keeping" }
  | { step: "kept"; recording: KeptRecording };

export interface RecorderRun {
  start(length: string, withSound: boolean): Promise<void>;
  stop(): void;
  again(): void;
}

const READY: Extract<RecorderState, { step: "ready" }> = { step: "ready", failure: null, isLengthWrong: false };

export function runRecorder(world: RecorderWorld, show: (state: RecorderState) => void): RecorderRun {
  let state: RecorderState = READY;
  let running: Running | null = null;
  const put = (next: RecorderState) => {
    state = next;
    show(next);
  };
  return {
    async start(length, withSound) {
      const ofSeconds = lengthOf(length);
      if (length.trim() !== "" && ofSeconds === null) return put({ ...READY, isLengthWrong: true });
      put({ step: "asking" });
      try {
        const told = (seconds: number, bytes: number) => {
          if (state.step !== "keeping") put({ step: "recording", seconds, bytes, ofSeconds });
        };
        running = await world.start({ withSound, ofSeconds }, told);
        told(0, 0);
        put({ step: "kept", recording: await running.kept });
      } catch (error) {
        const failure = error instanceof RecorderError ? error.code : vaultFailure(error);
        put({ ...READY, failure });
      }
      running = null;
    },
    stop() {
      if (state.step !== "recording") return;
      put({ step: "keeping" });
      running?.stop();
    },
    again: () => put(READY),
  };
}
