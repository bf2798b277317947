import type { EventEntry } from "@/src/account/order";
import { formatList } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { NoteButtons } from "@/src/ui/library/notes/NoteButtons";
import { itemHref } from "@/src/ui/library/routes";
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
        <NoteButtons
          of={whenWords(body.time)}
          change={{ words: t("eventChange"), onPress: () => calls.onWrite(event) }}
          remove={{ words: t("eventRemove"), means: t("eventRemoveMeans"), onPress: () => calls.onRemoveEvent(event) }}
        />
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
