import { type PlainKey, t } from "@/src/i18n/t";
import { type ElementState, elementStates, type Letter } from "@/src/report/letter";
import type { Notice } from "@/src/report/notice-schema";
import { noticeWords } from "@/src/report/notices";

const STATE_WORDS: Readonly<Record<ElementState, PlainKey>> = {
  there: "elementThere",
  blank: "elementBlank",
  changed: "elementChanged",
  outside: "elementOutside",
};

/** What the law wants the text to say, and how each stands in the text as it is now. */
export function Elements({ notice, letter, text }: { notice: Notice; letter: Letter; text: string }) {
  const { elements } = noticeWords(notice, t("languageTag"));
  return (
    <section class="card">
      <h2>{t("noticeChecklist")}</h2>
      <ul>
        {[...elementStates(notice, letter, text)].map(([{ key, required }, state]) => (
          <li key={key} class="element">
            <span>{elements[key] ?? ""}</span>
            <span class={state === "there" || state === "outside" ? "note" : "note unsure"}>
              {t(STATE_WORDS[state])}
              {!required && ` · ${t("elementOptional")}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
