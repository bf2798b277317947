import { formatDay, formatList } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Notice } from "@/src/report/notice-schema";
import { NOTICES_DATE, noticeWords } from "@/src/report/notices";
import { isWellKnown } from "@/src/report/well-known";
import { languageName } from "@/src/ui/help/place-words";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { Notice as Aside } from "@/src/ui/parts/Notice";

/** Who may use a notice, to whom it goes, how long they have, and what to mind. */
export function AboutNotice({ notice }: { notice: Notice }) {
  const words = noticeWords(notice, t("languageTag"));
  const facts = [
    [t("noticeFor"), words.whoMayUse],
    [t("noticeTo"), words.addressedTo],
    [t("noticeReads"), formatList(notice.reads.map(languageName))],
    [t("noticeLaw"), lawOf(notice)],
    [t("noticeStatus"), words.status],
    [t("noticeDeadline"), words.deadline],
    [t("noticeAfter"), words.afterwards],
    [t("noticeNext"), words.escalation],
  ] as const;
  return (
    <>
      <section class="card">
        <h2>{words.name}</h2>
        <Facts>{facts.map(([name, value]) => value !== undefined && <Fact name={name}>{value}</Fact>)}</Facts>
        <p class="note">
          {t("helpReadOn", [formatDay(notice.checked ?? NOTICES_DATE)])}
          {!isWellKnown(notice) && <span class="unsure"> {t("noticeNotConfirmed")}</span>}
        </p>
      </section>
      {words.caution !== undefined && (
        <Aside kind={notice.passesNameOn ? "attention" : "info"}>
          <p>{words.caution}</p>
        </Aside>
      )}
    </>
  );
}

/** As it is cited, which is the same in every language; the letter to anyone rests on none. */
function lawOf({ jurisdiction, citation }: Notice) {
  return jurisdiction === "INT" ? undefined : <bdi lang="en">{citation}</bdi>;
}
