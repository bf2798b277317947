import { t } from "@/src/i18n/t";
import { WordsField } from "@/src/ui/parts/WordsField";

/** What it did to the person: asked of an event and of a kept item in the same words. */
export function EffectField({ value, onType }: { value: string; onType: (value: string) => void }) {
  return <WordsField label={t("eventEffect")} note={t("eventEffectNote")} value={value} rows={3} onType={onType} />;
}
