import { useRef, useState } from "preact/hooks";
import type { EventEntry } from "@/src/account/order";
import { type Mark, type TimeLine, timeLine } from "@/src/account/timeline";
import { formatDayOfYear, formatMonth, formatYear } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { eventAnchor } from "./state";
import { wayWords } from "./way";
import { whenWords } from "./when";

/** How many times the width of the page the line is drawn. */
const ZOOMS = [1, 2, 4, 8, 16] as const;

/**
 * A line of time. Arrow keys move from event to event, Enter goes to the event in the list below, which says the same
 * in words.
 */
export function TimeLineView({ events }: { events: readonly EventEntry[] }) {
  const [zoom, setZoom] = useState(0);
  const line = timeLine(events, ZOOMS[zoom]!);
  if (line === null) return null;
  return (
    <section class="time" aria-label={t("timeLine")}>
      <div class="button-line">
        <Button
          kind="quiet"
          isAsked={zoom === ZOOMS.length - 1}
          onPress={() => setZoom(Math.min(zoom + 1, ZOOMS.length - 1))}
        >
          {t("timeCloser")}
        </Button>
        <Button kind="quiet" isAsked={zoom === 0} onPress={() => setZoom(Math.max(zoom - 1, 0))}>
          {t("timeFarther")}
        </Button>
      </div>
      <Line line={line} zoom={ZOOMS[zoom]!} />
      <p class="note">{t("timeNote")}</p>
    </section>
  );
}

function Line({ line: { marks, ticks, ticksAre }, zoom }: { line: TimeLine; zoom: number }) {
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const rows = Math.max(...marks.map(({ row }) => row)) + 1;
  const focus = (place: number) => {
    const next = Math.max(0, Math.min(place, marks.length - 1));
    setCurrent(next);
    list.current?.querySelectorAll<HTMLElement>(".time-mark")[next]?.focus();
  };
  return (
    <div class="time-scroll">
      <div class="time-line" style={{ "--zoom": zoom, "--rows": rows }}>
        {ticks.map(({ at, ms }) => (
          <span key={ms} class="time-tick" style={{ "--at": at }} aria-hidden="true">
            {tickWords(ms, ticksAre)}
          </span>
        ))}
        <ul ref={list} onKeyDown={(event) => moveBy(event, current, marks.length, focus)}>
          {marks.map((mark, place) => (
            <li key={mark.event.id}>
              <MarkLink mark={mark} isStop={place === Math.min(current, marks.length - 1)} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** One tab stop for the whole line; left and right go to the event before and after. */
function moveBy(event: KeyboardEvent, current: number, count: number, focus: (place: number) => void): void {
  const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  const places: Record<string, number> = { [forward]: current + 1, [back]: current - 1, Home: 0, End: count - 1 };
  const place = places[event.key];
  if (place === undefined) return;
  event.preventDefault();
  focus(place);
}

function MarkLink({ mark: { event, at, width, row }, isStop }: { mark: Mark; isStop: boolean }) {
  const { time, what, way } = event.body;
  const go = (click: Event) => {
    click.preventDefault(); // the address names sections; an event is gone to without changing it
    const card = document.getElementById(eventAnchor(event.id));
    card?.scrollIntoView({ block: "center" });
    card?.focus();
  };
  return (
    <a
      class={`time-mark time-${way} time-${time.kind}`}
      href={`#${eventAnchor(event.id)}`}
      style={{ "--at": at, "--width": width, "--row": row }}
      tabIndex={isStop ? 0 : -1}
      onClick={go}
    >
      <span class="visually-hidden">{`${whenWords(time)}: ${wayWords(way)}. ${what.slice(0, 100)}`}</span>
    </a>
  );
}

function tickWords(ms: number, are: TimeLine["ticksAre"]): string {
  const iso = new Date(ms).toISOString();
  return are === "years" ? formatYear(iso) : are === "months" ? formatMonth(iso.slice(0, 7)) : formatDayOfYear(iso);
}
