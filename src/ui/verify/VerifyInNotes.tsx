import { t } from "@/src/i18n/t";
import { BackLink } from "@/src/ui/parts/BackLink";
import { TopBar } from "@/src/ui/parts/TopBar";
import type { VerifyState } from "./state";
import { Verify, type VerifyCalls } from "./Verify";

export interface VerifyInNotesProps {
  state: VerifyState;
  calls: VerifyCalls & { onLeave: () => void };
  /** The way back to what is kept. */
  notesHref: string;
}

/** The page that checks packages, as one of our own: with the way out and the way back. */
export function VerifyInNotes({ state, calls, notesHref }: VerifyInNotesProps) {
  return (
    <Verify
      state={state}
      calls={calls}
      top={<TopBar nameLevel="p" onLeave={calls.onLeave} />}
      before={<BackLink href={notesHref}>{t("openMyNotes")}</BackLink>}
    />
  );
}
