import { t } from "@/src/i18n/t";
import type { Notice } from "@/src/report/notice-schema";
import { findPersonalData } from "@/src/report/personal/find";
import type { PersonalFinding } from "@/src/report/personal/finding";

/** Personal data in the text: what the notice does not need, and what it asks for and the receiver will see. */
export function Personal({ notice, text }: { notice: Notice; text: string }) {
  const found = findPersonalData(text);
  const isAsked = ({ kind }: PersonalFinding) => notice.takes.includes(kind);
  const notNeeded = found.filter((one) => !isAsked(one));
  const asked = found.filter(isAsked);
  return (
    <section class="card stack-tight" aria-live="polite">
      <h2>{t("personalTitle")}</h2>
      {found.length === 0 && <p>{t("personalNone")}</p>}
      {notNeeded.length > 0 && (
        <div class="not-needed">
          <h3>{t("personalNotNeeded")}</h3>
          <Findings found={notNeeded} text={text} />
        </div>
      )}
      {asked.length > 0 && (
        <div>
          <h3>{t("personalAsked")}</h3>
          <Findings found={asked} text={text} />
        </div>
      )}
      {found.length > 0 && <p class="note">{t("personalMisses")}</p>}
    </section>
  );
}

function Findings({ found, text }: { found: readonly PersonalFinding[]; text: string }) {
  return (
    <ul class="bullets">
      {found.map(({ kind, start, end }) => (
        <li key={start}>
          {t(`personal_${kind}`)} <bdi class="words-found">{text.slice(start, end)}</bdi>
        </li>
      ))}
    </ul>
  );
}
