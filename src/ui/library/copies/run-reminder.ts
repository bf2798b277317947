/** Whether something that is kept is in no checked copy. Looked at after the list, which does not wait for it. */
import type { CopiesWorld } from "./run-copies";

export interface ReminderRun {
  look(): Promise<void>;
}

export function runReminder(world: Pick<CopiesWorld, "isAhead">, show: (isDue: boolean) => void): ReminderRun {
  return {
    async look() {
      // Where it cannot be read, the list says so; a reminder would add nothing.
      show(await world.isAhead().catch(() => false));
    },
  };
}
