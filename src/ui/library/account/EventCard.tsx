import { useState } from "preact/hooks";
import type { EventEntry } from "@/src/account/order";
import { formatList } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { itemHref } from "@/src/ui/library/state";
import { Button } from "@/src/ui/parts/Button";
import type { AccountCalls } from "./Account";
import { eventAnchor } from "./state";
import { wayWords } from "./way";
import { ownWords, whenWords } from "./when";

interface EventCardProps {
  event: EventEntry;
  items: readonly ExhibitSummary[];
  calls: AccountCalls;
}

/** One event: its date in the margin, its words, and the items that belong to it. */
export function EventCard({ event, items, calls }: EventCardProps) {
  const { body } = event;
  const own = ownWords(body.time);
  const title = `${eventAnchor(event.id)}-when`;
  return (
    <article class="event" id={eventAnchor(event.id)} tabIndex={-1} aria-labelledby={title}>
      <header class="event-when">
        <h2 id={title}>{whenWords(body.time)}</h2>
        {own !== null && (
          <p class="note">
            <bdi>{own}</bdi>
          </p>
        )}
        <p class="note">{wayWords(body.way)}</p>
      </header>
      <div class="event-body stack-tight">
        <p class="own-words" dir="auto">
          {body.what}
        </p>
        <Said name={t("eventDid")} words={body.did} />
        <Said name={t("eventEffect")} words={body.effect} />
        {body.witnesses.length > 0 && <Said name={t("eventWitnesses")} words={formatList(body.witnesses)} />}
        <Exhibits event={event} items={items} />
        <EventButtons event={event} calls={calls} when={whenWords(body.time)} />
      </div>
    </article>
  );
}

function Said({ name, words }: { name: string; words: string }) {
  if (words.trim() === "") return null;
  return (
    <div>
      <h3 class="event-part">{name}</h3>
      <p class="own-words" dir="auto">
        {words}
      </p>
    </div>
  );
}

function Exhibits({ event, items }: { event: EventEntry; items: readonly ExhibitSummary[] }) {
  const { exhibits } = event.body;
  if (exhibits.length === 0) return null;
  return (
    <ul class="event-exhibits" aria-label={t("eventExhibits")}>
      {exhibits.map((id) => {
        const item = items.find((each) => each.id === id);
        return (
          <li key={id} class="event-exhibit">
            {item ? <a href={itemHref(id)}>{exhibitLabel(item.exhibit)}</a> : <span>{t("eventExhibitGone")}</span>}
            {item?.title && <bdi class="event-exhibit-title secondary">{item.title}</bdi>}
          </li>
        );
      })}
    </ul>
  );
}

/** Taking an entry away asks once, in its place. */
function EventButtons({ event, calls, when }: { event: EventEntry; calls: AccountCalls; when: string }) {
  const [isAsking, setAsking] = useState(false);
  if (isAsking)
    return (
      <div class="stack-tight">
        <p>{t("eventRemoveMeans")}</p>
        <div class="button-line">
          <Button onPress={() => calls.onRemoveEvent(event)}>{t("eventRemoveDo")}</Button>
          <Button onPress={() => setAsking(false)}>{t("eventRemoveNot")}</Button>
        </div>
      </div>
    );
  return (
    <div class="button-line">
      <Button kind="quiet" label={`${t("eventChange")}: ${when}`} onPress={() => calls.onWrite(event)}>
        {t("eventChange")}
      </Button>
      <Button kind="quiet" label={`${t("eventRemove")}: ${when}`} onPress={() => setAsking(true)}>
        {t("eventRemove")}
      </Button>
    </div>
  );
}
