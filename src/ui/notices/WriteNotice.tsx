import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { ExhibitId } from "@/src/model/exhibit";
import type { Notice } from "@/src/report/notice-schema";
import { firstNotice, noticeById, noticesFor, noticeWords } from "@/src/report/notices";
import { placeName } from "@/src/ui/help/place-words";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import { Title } from "@/src/ui/library/Title";
import { ChoiceField } from "@/src/ui/parts/ChoiceField";
import { AboutNotice } from "./AboutNotice";
import { Draft } from "./Draft";
import { ItemChecks } from "./ItemChecks";
import type { NoticeState } from "./state";
import { Under18 } from "./Under18";

export interface NoticeCalls {
  onChooseItems: (ids: ReadonlySet<ExhibitId>) => void;
  onSaveText: (text: string) => Promise<string>;
  onCopy: (text: string) => Promise<void>;
}

interface WriteNoticeProps {
  notice: NoticeState;
  calls: NoticeCalls;
}

/** A text that asks for removal: which law, about what, then the text with what it has to say and what it should not. */
export function WriteNotice({ notice, calls }: WriteNoticeProps) {
  return (
    <div class="stack">
      <Title>{t("noticeTitle")}</Title>
      <p>{t("noticeIntro")}</p>
      <p class="note">{t("noticeNotAdvice")}</p>
      {notice.step === "reading" && <p class="secondary">{t("reading")}</p>}
      {notice.step === "failed" && <ReadFailure failure={notice.failure} />}
      {notice.step === "read" && <Form notice={notice} calls={calls} />}
    </div>
  );
}

/** With the name of the place whose law it is. */
function optionName(notice: Notice): string {
  const { name } = noticeWords(notice, t("languageTag"));
  const country = notice.jurisdiction.split("-")[0]!;
  return country === "INT" ? name : t("noticeOption", [placeName(country), name]);
}

function Form({ notice, calls }: { notice: Extract<NoticeState, { step: "read" }>; calls: NoticeCalls }) {
  const { items, chosen, place } = notice;
  const [id, setId] = useState(() => firstNotice(place).id);
  const which = noticeById(id)!;
  return (
    <>
      <ChoiceField
        label={t("noticeWhich")}
        chosen={id}
        options={noticesFor(place).map((one) => ({ code: one.id, name: optionName(one) }))}
        onChoose={setId}
      />
      {which.type === "caution" ? (
        <Under18 notice={which} items={items.filter((item) => chosen.has(item.id))} />
      ) : (
        <>
          <AboutNotice notice={which} />
          <ItemChecks items={items} chosen={new Set(chosen.keys())} onChoose={calls.onChooseItems} />
          <Draft key={id} notice={which} items={[...chosen.values()]} calls={calls} />
        </>
      )}
    </>
  );
}
