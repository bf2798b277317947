/** What happens in Settings: the room that is taken, and whether a whole-page file is kept. */
import type { SettingsState, WholePageState } from "./state";
import type { LibraryWorld } from "./world";

export interface SettingsActions {
  open(): Promise<void>;
  /** Asks the browser for the permission; to be called while a click is handled. */
  keepWholePage(): Promise<void>;
  endWholePage(): Promise<void>;
}

export function runSettings(world: LibraryWorld, show: (state: SettingsState) => void): SettingsActions {
  const { version, wholePage } = world;
  let state: SettingsState = { version, room: "reading", wholePage: null };
  const change = (some: Partial<SettingsState>) => {
    state = { ...state, ...some };
    show(state);
  };
  const stateNow = async (): Promise<WholePageState | null> => wholePage && ((await wholePage.isOn()) ? "on" : "off");

  return {
    open: async () => {
      change({ room: "reading" });
      const [room, now] = await Promise.all([world.room().catch(() => null), stateNow().catch(() => null)]);
      change({ room, wholePage: now });
    },
    keepWholePage: async () => {
      const asked = wholePage?.turnOn();
      change({ wholePage: "asking" });
      change({ wholePage: (await asked?.catch(() => false)) ? "on" : "refused" });
    },
    endWholePage: async () => {
      await wholePage?.turnOff().catch(() => false);
      change({ wholePage: await stateNow() });
    },
  };
}
