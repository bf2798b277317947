import type { ExhibitId, ExhibitRecord } from "./exhibit";

/** An exhibit of which something cannot be read as it was saved. */
export interface DamagedItem {
  id: ExhibitId;
  /** `null` where not even that can be read. */
  exhibit: number | null;
  /** `null` where it cannot be read; then nothing of the exhibit can. */
  record: ExhibitRecord | null;
  /** Paths of its files that are as they were saved. */
  intact: ReadonlySet<string>;
}
