import { t } from "@/src/i18n/t";
import { wordsLanguage } from "@/src/report/words-language";

/** Words out of the packaged lists, which are in fewer languages than the messages: said in their own, in its direction. */
export function ListWords({ children }: { children: string }) {
  return <bdi lang={wordsLanguage(t("languageTag"))}>{children}</bdi>;
}
