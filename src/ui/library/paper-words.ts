/** The words of what a receiver reads, in any language: that of the screen, or another one that was chosen for the papers. */
import type { Speech } from "@/src/i18n/speech";
import type { MessageKey, PlainKey } from "@/src/i18n/t";
import type { Role } from "@/src/model/custody";
import type { FileClaimName, FileForm, Recording } from "@/src/model/from-elsewhere";
import type { LinkRel } from "@/src/model/links";
import type { MissingPart, MissingWhy } from "@/src/model/missing";
import type { PageAction } from "@/src/model/page-acts";
import type { RedrawReason } from "@/src/model/picture";
import { LINK_KEYS } from "@/src/ui/library/remarks/link-keys";
import { missingName, missingReason, REASONS } from "@/src/ui/parts/missing";
import { ACTS } from "./act-words";

/** Where a sentence on the screen speaks to the user, a paper tells it to somebody else. */
const REASONS_FOR_OTHERS: Record<Exclude<MissingWhy, "notShowing">, PlainKey> = {
  ...REASONS,
  notOnPage: "paper_whyNotOnPage",
  stopped: "paper_whyStopped",
  longerThanLimit: "paper_whyLongerThanLimit",
  pictureScaled: "paper_whyPictureScaled",
  cutOff: "paper_whyCutOff",
  onlySeen: "paper_whyOnlySeen",
};

export function paperWords(speech: Speech) {
  const { t } = speech;
  // Which messages take values is known where a paper is laid out; a test reads every one of them.
  const text = t as (key: MessageKey, values: readonly (string | number)[]) => string;
  return {
    language: t("languageTag"),
    direction: t("languageDirection") === "rtl" ? ("rtl" as const) : ("ltr" as const),
    say: (key: MessageKey, values: readonly (string | number)[] = []): string => text(key, values),
    link: (rel: LinkRel): string => t(LINK_KEYS[rel]),
    missing: (part: MissingPart): string =>
      `${missingName(part, speech)}: ${missingReason(part, speech, REASONS_FOR_OTHERS)}`,
    redrawn: (reason: RedrawReason): string => t(REASONS_FOR_OTHERS[reason]),
    fileClaim: (name: FileClaimName): string => t(`claim_${name}`),
    form: (form: FileForm): string => t(`form_${form}`),
    surface: (surface: Recording["surface"]): string =>
      surface === null ? t("paper_surfaceUnknown") : t(`recorded_${surface}`),
    role: (role: Role): string => t(`paperRole_${role}`),
    act: (act: PageAction["act"]): string => (ACTS[act] === undefined ? act : t(ACTS[act])),
  };
}
