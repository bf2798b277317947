/** What happens in Settings to leaving: the page that it goes to, and whether our rows are taken out of the history. */
import { leaveToFrom, USUAL_LEAVE_TO } from "@/src/model/leave-to";

export interface LeavingState {
  /** The page that leaving goes to. */
  to: string;
  isUsual: boolean;
  /** What became of the last change of that page. */
  said: "kept" | "notAnAddress" | null;
  /** `null` where the browser keeps none of our pages. */
  rows: RowsState | null;
}

/** Whether our rows are removed; "refused": the browser's question was just answered with no. `removed`: how many were just now. */
export type RowsState = { step: "on"; removed: number | null } | { step: "off" | "asking" | "refused" };

export interface LeavingWorld {
  readTo(): Promise<string>;
  writeTo(url: string): Promise<void>;
  /** Whether the browser keeps rows of our pages. */
  hasRows(): boolean;
  isAllowed(): Promise<boolean>;
  /** Shows the browser's own question, so only while a click is handled. */
  allow(): Promise<boolean>;
  end(): Promise<unknown>;
  /** @returns How many rows were removed. */
  remove(): Promise<number>;
}

export interface LeavingRun {
  open(): Promise<void>;
  /** An empty text brings the usual page back. */
  setTo(typed: string): Promise<void>;
  allow(): Promise<void>;
  end(): Promise<void>;
  remove(): Promise<void>;
}

export function runLeaving(world: LeavingWorld, show: (state: LeavingState) => void): LeavingRun {
  let state: LeavingState = { to: USUAL_LEAVE_TO, isUsual: true, said: null, rows: null };
  const put = (some: Partial<LeavingState>) => {
    state = { ...state, ...some };
    show(state);
  };
  const putRows = async () =>
    put({ rows: (await world.isAllowed()) ? { step: "on", removed: null } : { step: "off" } });
  const remove = async () => put({ rows: { step: "on", removed: await world.remove() } });
  return {
    async open() {
      const to = await world.readTo();
      put({ to, isUsual: to === USUAL_LEAVE_TO, said: null });
      if (world.hasRows()) await putRows();
    },
    async setTo(typed) {
      const to = typed.trim() === "" ? USUAL_LEAVE_TO : leaveToFrom(typed);
      if (to === null) return put({ said: "notAnAddress" });
      await world.writeTo(to);
      put({ to, isUsual: to === USUAL_LEAVE_TO, said: "kept" });
    },
    async allow() {
      const asked = world.allow();
      put({ rows: { step: "asking" } });
      if (await asked.catch(() => false)) await remove();
      else put({ rows: { step: "refused" } });
    },
    async end() {
      await world.end();
      await putRows();
    },
    remove,
  };
}
