/** The settings: read when their section is opened, and shown anew as each is set. */
import type { Look } from "@/src/model/neutral-look";
import { type LeavingRun, runLeaving } from "./leaving/run-leaving";
import { type LockingRun, runLocking } from "./run-locking";
import { runWholePage, type WholePageRun } from "./run-whole-page";
import { type AtOnceRun, runAtOnce } from "./stamp/run-at-once";
import type { SettingsState } from "./state";
import type { LibraryWorld } from "./world";

export interface SettingsRun {
  open(asksPassphrase: boolean): Promise<void>;
  setLook(look: Look): Promise<void>;
  setPad(isOn: boolean): Promise<void>;
  setScreens(screens: number): Promise<void>;
  locking: LockingRun;
  leaving: LeavingRun;
  wholePage: WholePageRun;
  stampEach: AtOnceRun;
}

export function runSettings(world: LibraryWorld, show: (state: SettingsState) => void): SettingsRun {
  let state: SettingsState = {
    version: world.version,
    room: "reading",
    screens: null,
    locking: { step: "closed" },
    look: null,
    pad: null,
    leaving: null,
    wholePage: null,
    stampEach: null,
  };
  const put = (some: Partial<SettingsState>) => {
    state = { ...state, ...some };
    show(state);
  };
  const locking = runLocking(world, (next) => put({ locking: next }));
  const leaving = runLeaving(world.leaving, (next) => put({ leaving: next }));
  const wholePage = runWholePage(world, (next) => put({ wholePage: next }));
  const stampEach = runAtOnce(world.stampEach, (next) => put({ stampEach: next }));

  return {
    async open(asksPassphrase) {
      locking.open(asksPassphrase);
      const others = Promise.all([leaving.open(), wholePage.open(), stampEach.open()]);
      const room = world.room().catch(() => null);
      put({
        screens: await world.readScreens(),
        look: await world.readLook(),
        pad: await world.readPad(),
        room: await room,
      });
      await others;
    },
    async setLook(look) {
      await world.writeLook(look);
      put({ look });
    },
    async setPad(isOn) {
      await world.writePad(isOn);
      put({ pad: isOn });
    },
    async setScreens(screens) {
      await world.writeScreens(screens);
      put({ screens });
    },
    locking,
    leaving,
    wholePage,
    stampEach,
  };
}
