import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CustodyEntry } from "@/src/model/custody";
import { historyWords } from "./history";

/** What was done to the item since, in words; `null` where that cannot be read. */
export function History({ history }: { history: CustodyEntry[] | null }) {
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{t("historyTitle")}</h2>
      {history === null ? <p>{t("historyNotRead")}</p> : <Entries history={history} />}
    </section>
  );
}

function Entries({ history }: { history: CustodyEntry[] }) {
  return (
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
  );
}
