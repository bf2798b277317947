import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CustodyEntry } from "@/src/model/custody";
import { historyWords } from "./history";

/** What was done to the item since, in words. */
export function History({ history }: { history: CustodyEntry[] }) {
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{t("historyTitle")}</h2>
      <ol class="history">
        {history.map((entry) => (
          <li key={entry.seq}>
            <span>{historyWords(entry)}</span>
            <time class="secondary" dateTime={entry.utc}>
              {formatMoment(entry.utc, entry.tz)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
