/** Made-up states of the settings. */
import type { WholePageState } from "@/src/ui/library/state";
import { authorities } from "./stamp-samples";
import { leavingFaces } from "./surface-samples";

const room = { used: 48_210_334, left: 11_870_000_000 };

export const settings = {
  section: "settings",
  version: "0.1.0",
  room,
  screens: 60,
  locking: { step: "closed" },
  look: "notes",
  pad: false,
  leaving: leavingFaces["settings-leaving"]!,
  wholePage: null,
  stampEach: { authorities, step: "off" },
} as const;

export const wholePages: Record<string, WholePageState> = {
  "settings-whole-page": "off",
  "settings-whole-page-on": "on",
  "settings-whole-page-asking": "asking",
  "settings-whole-page-refused": "refused",
};
