/** How hard a passphrase is to guess, as zxcvbn estimates it. Its word lists are loaded when they are first needed. */
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** 0: among the first guesses, up to 4: out of reach for who has a copy of the disk. */
const STRENGTHS = [0, 1, 2, 3, 4] as const;
export type Strength = (typeof STRENGTHS)[number];

/** The estimate takes long for long texts, and these are strong by their length. */
const MAX_LENGTH = 100;

let loading: Promise<ZxcvbnFactory> | null = null;

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** `null` while nothing is typed. */
export async function strengthOf(passphrase: string): Promise<Strength | null> {
  if (passphrase === "") return null;
  loading ??= load();
  return (await loading).check(passphrase.slice(0, MAX_LENGTH)).score as Strength;
}
