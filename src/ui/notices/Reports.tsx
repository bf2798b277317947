import { t } from "@/src/i18n/t";
import { Title } from "@/src/ui/library/Title";

/** Reports: texts to send, which are made here and sent by the user. @param noticeHref Where a notice is written. */
export function Reports({ noticeHref }: { noticeHref: string }) {
  return (
    <div class="stack">
      <Title>{t("sectionReports")}</Title>
      <section class="card stack-tight">
        <h2>{t("noticeTitle")}</h2>
        <p>{t("noticeIntro")}</p>
        <a class="button" href={noticeHref}>
          {t("noticeTitle")}
        </a>
      </section>
    </div>
  );
}
