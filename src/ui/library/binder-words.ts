/** The printed binder's own words, in the language of the screen. */
import { type MessageKey, t } from "@/src/i18n/t";
import type { FileClaimName } from "@/src/model/from-elsewhere";
import type { MissingPart } from "@/src/model/missing";
import { linkWords } from "@/src/ui/library/remarks/link-words";
import { missingName, missingReason } from "@/src/ui/parts/missing";

/** Which messages take values is known where the binder is laid out; a test reads every one of them. */
const text = t as (key: MessageKey, values: readonly (string | number)[]) => string;

export const binderWords = {
  get language(): string {
    return t("languageTag");
  },
  get direction() {
    return t("languageDirection") === "rtl" ? ("rtl" as const) : ("ltr" as const);
  },
  say: (key: BinderMessage, values: readonly (string | number)[] = []): string => text(`binder_${key}`, values),
  link: linkWords,
  missing: (part: MissingPart): string => `${missingName(part)}: ${missingReason(part)}`,
  fileClaim: (name: FileClaimName): string => t(`claim_${name}`),
};

type BinderMessage = MessageKey extends infer Key ? (Key extends `binder_${infer Rest}` ? Rest : never) : never;
