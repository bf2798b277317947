/** What happens in Settings to the choice of stamping each item when it is saved. */
import type { AuthorityChoice } from "./run-stamp";

export interface AtOnceWorld {
  authorities: readonly AuthorityChoice[];
  /** The authority that stamps each item; `null`: none. */
  read(): Promise<string | null>;
  /** Shows the browser's own question, so only while a click is handled. @returns Whether it was allowed. */
  turnOn(authority: string): Promise<boolean>;
  /** Gives the permission back. */
  turnOff(): Promise<void>;
}

export type AtOnceState = { authorities: readonly AuthorityChoice[] } & (
  | { step: "on"; name: string }
  | { step: "off" | "asking" | "refused" }
);

export interface AtOnceRun {
  open(): Promise<void>;
  /** To be called while a click is handled. */
  turnOn(authority: string): Promise<void>;
  turnOff(): Promise<void>;
}

export function runAtOnce(world: AtOnceWorld, show: (state: AtOnceState) => void): AtOnceRun {
  const { authorities } = world;
  const showNow = async () => {
    const current = await world.read();
    const name = authorities.find(({ id }) => id === current)?.name;
    show(name === undefined ? { authorities, step: "off" } : { authorities, step: "on", name });
  };
  return {
    open: showNow,
    async turnOn(authority) {
      const asked = world.turnOn(authority);
      show({ authorities, step: "asking" });
      if (await asked.catch(() => false)) await showNow();
      else show({ authorities, step: "refused" });
    },
    async turnOff() {
      await world.turnOff();
      await showNow();
    },
  };
}
