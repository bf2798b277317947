import type { EventEntry } from "@/src/account/order";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { ReadFailure } from "@/src/ui/library/ReadFailure";
import { Title } from "@/src/ui/library/Title";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { EventCard } from "./EventCard";
import type { EventForm } from "./form-values";
import type { AccountState } from "./state";
import { TimeLineView } from "./TimeLineView";
import { WriteEvent } from "./WriteEvent";

export interface AccountCalls {
  onWrite: (event: EventEntry | null) => void;
  onType: (form: EventForm) => void;
  onPutAway: () => void;
  onKeepEvent: () => void;
  onRemoveEvent: (event: EventEntry) => void;
}

interface AccountProps {
  account: AccountState;
  calls: AccountCalls;
}

/** What happened, in order: a line of time to see how it lies, and below it the same in words. */
export function Account({ account, calls }: AccountProps) {
  return (
    <div class="stack">
      <Title>{t("sectionAccount")}</Title>
      <Face account={account} calls={calls} />
    </div>
  );
}

function Face({ account, calls }: AccountProps) {
  switch (account.step) {
    case "reading":
      return <p class="secondary">{t("reading")}</p>;
    case "failed":
      return <ReadFailure failure={account.failure} />;
    case "read":
      return <Read account={account} calls={calls} />;
  }
}

function Read({ account, calls }: { account: Extract<AccountState, { step: "read" }>; calls: AccountCalls }) {
  const { events, items, writing, damaged, said } = account;
  return (
    <>
      <p class="secondary">{t("accountWhat")}</p>
      {damaged > 0 && (
        <Notice kind="attention">
          <p>{t("accountDamaged", [formatNumber(damaged)])}</p>
        </Notice>
      )}
      <p role="status" class="note">
        {said === null ? "" : t(said === "kept" ? "eventKept" : "eventRemoved")}
      </p>
      {writing !== null && writing.entry === null ? (
        <WriteEvent writing={writing} items={items} calls={calls} />
      ) : (
        <div>
          <Button {...(events.length === 0 && { kind: "main" })} onPress={() => calls.onWrite(null)}>
            {t("eventAdd")}
          </Button>
        </div>
      )}
      <TimeLineView events={events} />
      <ol class="account">
        {events.map((event) => (
          <li key={event.id}>
            {writing?.entry?.id === event.id ? (
              <WriteEvent writing={writing} items={items} calls={calls} />
            ) : (
              <EventCard event={event} items={items} calls={calls} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
