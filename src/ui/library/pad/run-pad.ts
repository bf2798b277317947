/**
 * The notepad in front of the locked notes. It keeps what is written in it, and finds words in it. Words that are not in it
 * are tried as the passphrase, and nothing tells whether they were: wrong ones were not found.
 */
import { MIN_PASSPHRASE } from "@/src/model/lock";

export interface PadState {
  text: string;
  /** Of the last search; `null` before one, and while it goes on. */
  said: "found" | "notFound" | null;
}

export interface PadWorld {
  isOn(): Promise<boolean>;
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  /** @returns Whether this opened the notes. */
  unlock(secret: string): Promise<boolean>;
}

export interface PadRun {
  /** Reads whether there is a notepad, and what stands in it. */
  open(): Promise<void>;
  write(text: string): void;
  /** @returns Where the words are in the text; `null`: nowhere. */
  find(words: string): Promise<number | null>;
}

/** Longest text that is kept, in characters. */
export const LONGEST_TEXT = 100_000;

/** @param show Told of `null` where no notepad is wanted. */
export function runPad(world: PadWorld, show: (state: PadState | null) => void): PadRun {
  let state: PadState | null = null;
  const put = (some: Partial<PadState>) => {
    if (state === null) return;
    state = { ...state, ...some };
    show(state);
  };
  return {
    async open() {
      state = (await world.isOn()) ? { text: await world.readText(), said: null } : null;
      show(state);
    },
    write(text) {
      put({ text: text.slice(0, LONGEST_TEXT), said: null });
      if (state !== null) void world.writeText(state.text);
    },
    async find(words) {
      if (state === null || words === "") return null;
      put({ said: null });
      const place = state.text.toLocaleLowerCase().indexOf(words.toLocaleLowerCase());
      if (place >= 0) {
        put({ said: "found" });
        return place;
      }
      if (words.length >= MIN_PASSPHRASE && (await world.unlock(words))) return null;
      put({ said: "notFound" });
      return null;
    },
  };
}
