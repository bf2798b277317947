/** When the browser is killed, and during what, decided by a seed: the same seed gives the same plan. */
import { type Random, randomFrom } from "../interrupt/plan";

/** What is cut off, and which profile it is done in. Each is done by the function of its name in acts.ts. */
export const KINDS = {
  capture: "used",
  captureLocked: "used",
  edit: "used",
  note: "used",
  passphrase: "used",
  unlock: "used",
  export: "used",
  restore: "empty",
  migration: "old",
} as const satisfies Record<string, ProfileKind>;
export type Kind = keyof typeof KINDS;

/** `used`: one after another in a profile that has items; `empty`: nothing is kept; `old`: a vault of schema 1. */
export type ProfileKind = "used" | "empty" | "old";

export interface Plan {
  seed: number;
  kind: Kind;
  /** When the kill comes, as a part of the time that the whole act takes; a little over 1 is just after it. */
  part: number;
}

export function planOf(seed: number, only: readonly Kind[] = []): Plan {
  const random = randomFrom(seed);
  const kinds = only.length > 0 ? only : (Object.keys(KINDS) as Kind[]);
  return { seed, kind: kinds[Math.floor(random() * kinds.length)]!, part: partOf(random) };
}

/** Half of them anywhere, half towards the end, where most is written. */
const partOf = (random: Random): number => (random() < 0.5 ? random() * 1.1 : 0.75 + random() * 0.35);

/** How long each act takes on this machine: a guess at first, then what was measured. */
export class Pace {
  readonly #ms: Record<Kind, number> = {
    capture: 1200,
    captureLocked: 1200,
    edit: 400,
    note: 400,
    passphrase: 2500,
    unlock: 1500,
    export: 1500,
    restore: 2500,
    migration: 2000,
  };

  of(kind: Kind): number {
    return this.#ms[kind];
  }

  note(kind: Kind, tookMs: number): void {
    this.#ms[kind] = 0.6 * this.#ms[kind] + 0.4 * tookMs;
  }
}
