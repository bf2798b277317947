import { t } from "@/src/i18n/t";
import { noticeLanguage } from "@/src/report/notices";

/** Words out of the notices, which are in fewer languages than the messages: said in their own, in its direction. */
export function ListWords({ children }: { children: string }) {
  return <bdi lang={noticeLanguage(t("languageTag"))}>{children}</bdi>;
}
