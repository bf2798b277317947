import { useEffect, useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { ExhibitId } from "@/src/model/exhibit";
import { TopBar } from "@/src/ui/parts/TopBar";
import { HandOver } from "./HandOver";
import { Item } from "./Item";
import { KeptItems } from "./KeptItems";
import type { PackageOptions } from "./run-hand-over";
import { Settings } from "./Settings";
import { HREF, type LibraryState, type Section } from "./state";

/** What the sections can ask for. */
export interface LibraryCalls {
  onShowPicture: () => void;
  onCoverPicture: () => void;
  onSaveMarked: () => void;
  onStopMarked: () => void;
  onKeepWholePage: () => void;
  onEndWholePage: () => void;
  onMakePackage: (ids: ReadonlySet<ExhibitId>, options: PackageOptions) => void;
  onStopPackage: () => void;
  onAnotherPackage: () => void;
  onCopy: (text: string) => Promise<void>;
  onLeave: () => void;
}

interface LibraryProps {
  state: LibraryState;
  calls: LibraryCalls;
  /** Where packages are checked. */
  verifyHref: string;
}

/** Everything kept: sections on one side, the work on the other. */
export function Library({ state, calls, verifyHref }: LibraryProps) {
  const work = useRef<HTMLElement>(null);
  useFocusOnArrival(work, placeOf(state));
  return (
    <div class="library">
      <div class="library-top">
        <TopBar nameLevel="p" onLeave={calls.onLeave} />
      </div>
      <Sections current={state.section === "item" ? "kept" : state.section} />
      <main class="work" ref={work}>
        <Work state={state} calls={calls} verifyHref={verifyHref} />
      </main>
    </div>
  );
}

function Work({ state, calls, verifyHref }: LibraryProps) {
  switch (state.section) {
    case "kept":
      return <KeptItems list={state.list} />;
    case "item":
      return <Item item={state.item} calls={calls} />;
    case "handOver":
      return <HandOver handOver={state.handOver} calls={calls} verifyHref={verifyHref} />;
    case "settings":
      return <Settings settings={state} calls={calls} />;
  }
}

function Sections({ current }: { current: Section }) {
  const sections = [
    { section: "kept", name: t("sectionKept") },
    { section: "handOver", name: t("sectionHandOver") },
    { section: "settings", name: t("sectionSettings") },
  ] as const;
  return (
    <nav class="sections" aria-label={t("sections")}>
      <ul>
        {sections.map(({ section, name }) => (
          <li key={section}>
            <a href={HREF[section]} aria-current={section === current ? "page" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On arriving at another place the focus goes to its title, so that a reader starts there. Not on opening the page. */
function useFocusOnArrival(work: { readonly current: HTMLElement | null }, place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    window.scrollTo(0, 0);
    work.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, [work, place]);
}

function placeOf(state: LibraryState): string {
  return state.section === "item" ? `item ${state.item.step}` : state.section;
}
