/** Recordings that were cut off and became items: told of once, above the list. */
import type { ExhibitId } from "@/src/model/exhibit";
import type { CutOffRecording } from "@/src/model/recording";

export interface CutOffWorld {
  cutOffRecordings(): Promise<CutOffRecording[]>;
  forgetCutOff(told: readonly ExhibitId[]): Promise<void>;
}

export interface CutOffRun {
  read(): Promise<void>;
  /** The user was told of these. */
  putAway(told: readonly ExhibitId[]): Promise<void>;
}

export function runCutOff(world: CutOffWorld, show: (recordings: readonly CutOffRecording[]) => void): CutOffRun {
  let recordings: readonly CutOffRecording[] = [];
  const put = (next: readonly CutOffRecording[]) => {
    recordings = next;
    show(next);
  };
  return {
    // Where it cannot be read, the list says what is wrong; a line above it would add nothing.
    read: async () => put(await world.cutOffRecordings().catch(() => [])),
    async putAway(told) {
      put(recordings.filter(({ id }) => !told.includes(id)));
      await world.forgetCutOff(told).catch(() => {}); // told once more, then
    },
  };
}
