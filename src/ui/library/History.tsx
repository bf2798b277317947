import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CustodyEntry } from "@/src/model/custody";
import { historyWords, unlistedRoot } from "./history";

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
          {entry.event === "stamp" && <UnlistedRoot root={unlistedRoot(entry.detail)} />}
          <time class="secondary" dateTime={entry.utc}>
            {formatMoment(entry.utc, entry.tz)}
          </time>
        </li>
      ))}
    </ol>
  );
}

function UnlistedRoot({ root }: { root: string | null }) {
  return (
    root !== null && (
      <span class="note">
        {t("stampRoot")} <code class="digest">{root}</code>
      </span>
    )
  );
}
