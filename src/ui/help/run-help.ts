/** What happens in “Get help”. It needs nothing that is kept, so it works while the notes are locked. */
import { HELP_KINDS, type HelpWanted, LANGUAGES, PLACES } from "@/src/report/organisations";
import { type GuidePlace, guideAt } from "@/src/ui/guides/guides";
import type { HelpState } from "./state";

export interface HelpWorld {
  /** What was chosen last on this computer; what cannot be read counts as nothing chosen. */
  readPlace(): Promise<{ place: unknown; language: unknown }>;
  writePlace(chosen: { place: string | null; language: string | null }): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface HelpRun {
  /** @param hash The address within the page. */
  open(hash: string): Promise<void>;
  choose: ChooseHelp;
}

/** Place and language are remembered on this computer; the kind of help is not. */
export type ChooseHelp = (changed: Partial<HelpWanted>) => Promise<void>;

export function runHelp(world: HelpWorld, show: (state: HelpState) => void): HelpRun {
  let wanted: HelpWanted = { place: null, language: null, kind: null };
  let guide: GuidePlace = null;
  const put = (changed: Partial<HelpWanted>) => {
    wanted = { ...wanted, ...changed };
    show({ wanted, now: world.now(), guide });
  };
  return {
    async open(hash) {
      guide = guideAt(hash);
      const { place, language } = await world.readPlace();
      put({ place: knownIn(PLACES, place), language: knownIn(LANGUAGES, language) });
    },
    async choose(changed) {
      put({ ...changed, ...(changed.kind === undefined ? {} : { kind: knownIn(HELP_KINDS, changed.kind) }) });
      const { place, language } = wanted;
      await world.writePlace({ place, language });
    },
  };
}

function knownIn<Word extends string>(known: readonly Word[], word: unknown): Word | null {
  return known.find((one) => one === word) ?? null;
}
