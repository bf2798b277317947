import { formatDay, formatList } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Notice } from "@/src/report/notice-schema";
import { NOTICES_DATE, noticeWords } from "@/src/report/notices";
import { isWellKnown } from "@/src/report/well-known";
import { languageName } from "@/src/ui/help/place-words";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { ListWords } from "@/src/ui/parts/ListWords";
import { Notice as Aside } from "@/src/ui/parts/Notice";

/** Who may use a notice, to whom it goes, how long they have, and what to mind. */
export function AboutNotice({ notice }: { notice: Notice }) {
  const words = noticeWords(notice, t("languageTag"));
  const facts = [
    [t("noticeFor"), listed(words.whoMayUse)],
    [t("noticeTo"), listed(words.addressedTo)],
    [t("noticeReads"), formatList(notice.reads.map(languageName))],
    [t("noticeLaw"), listed(notice.citation)],
    [t("noticeStatus"), listed(words.status)],
    [t("noticeDeadline"), listed(words.deadline)],
    [t("noticeAfter"), listed(words.afterwards)],
    [t("noticeNext"), listed(words.escalation)],
  ] as const;
  return (
    <>
      <section class="card">
        <h2>
          <ListWords>{words.name}</ListWords>
        </h2>
        <Facts>{facts.map(([name, value]) => value !== undefined && <Fact name={name}>{value}</Fact>)}</Facts>
        <p class="note">
          {t("helpReadOn", [formatDay(notice.checked ?? NOTICES_DATE)])}
          {!isWellKnown(notice) && <span class="unsure"> {t("noticeNotConfirmed")}</span>}
        </p>
      </section>
      {words.caution !== undefined && (
        <Aside kind={notice.passesNameOn ? "attention" : "info"}>
          <p>
            <ListWords>{words.caution}</ListWords>
          </p>
        </Aside>
      )}
    </>
  );
}

function listed(words: string | undefined) {
  return words === undefined ? undefined : <ListWords>{words}</ListWords>;
}
