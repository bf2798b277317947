import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { composeLetter, contactAsked, fieldsOf, type LetterFields, type LetterItem } from "@/src/report/letter";
import { LETTER_LANGUAGES, LETTERS, usualLanguage } from "@/src/report/letters";
import type { Notice } from "@/src/report/notice-schema";
import { languageName, sortedBy } from "@/src/ui/help/place-words";
import { Button } from "@/src/ui/parts/Button";
import { ChoiceField } from "@/src/ui/parts/ChoiceField";
import { CopyButton } from "@/src/ui/parts/CopyButton";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import { Elements } from "./Elements";
import { LetterFieldsForm } from "./LetterFieldsForm";
import { Personal } from "./Personal";
import { SaveText } from "./SaveText";
import { SendTo } from "./SendTo";
import type { NoticeCalls } from "./WriteNotice";

const EMPTY: LetterFields = { relation: null, contact: "", signature: "", country: "", description: "", more: "" };

interface DraftProps {
  notice: Notice;
  items: readonly LetterItem[];
  calls: NoticeCalls;
}

/** The text itself: made anew from the fields until the user changes it by hand. Nothing of it is stored. */
export function Draft({ notice, items, calls }: DraftProps) {
  const id = useOwnId();
  const [fields, setFields] = useState(EMPTY);
  const [language, setLanguage] = useState(() => usualLanguage(notice, t("languageTag")));
  const [changed, setChanged] = useState<string | null>(null);
  const letter = composeLetter(notice, items, fields, language)!;
  const text = changed ?? letter.text;
  return (
    <>
      <section class="card stack-tight">
        <h2>{t("noticeFields")}</h2>
        <LetterFieldsForm
          asked={fieldsOf(notice)}
          contact={contactAsked(notice)}
          fields={fields}
          onChange={setFields}
        />
        <ChoiceField
          label={t("noticeLanguage")}
          chosen={language}
          options={sortedBy(LETTER_LANGUAGES, languageName)}
          onChoose={setLanguage}
        />
        {!LETTERS[language].isReviewed && <p class="note">{t("translationNotReviewed")}</p>}
      </section>
      <section class="card stack-tight">
        <h2>
          <label for={id}>{t("noticeText")}</label>
        </h2>
        <textarea
          id={id}
          class="input letter"
          lang={language}
          dir="auto"
          rows={18}
          value={text}
          onInput={(event) => setChanged(event.currentTarget.value)}
        />
        {changed !== null && (
          <p class="note">
            {t("noticeChanged")} <Button onPress={() => setChanged(null)}>{t("noticeAgain")}</Button>
          </p>
        )}
        <CopyButton text={text} onCopy={calls.onCopy} />
        <SaveText text={text} onSave={calls.onSaveText} />
        <p class="note">{t("noticeKeep")}</p>
      </section>
      <Elements notice={notice} letter={letter} text={text} />
      <Personal notice={notice} text={text} />
      <SendTo notice={notice} items={items} subject={letter.subject} text={text} />
    </>
  );
}
