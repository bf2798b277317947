import { type PlainKey, t } from "@/src/i18n/t";
import { GUIDE_GROUPS, type GuideGroup } from "./guide";
import { GUIDES, guideHref } from "./guides";

const NAMES: Readonly<Record<GuideGroup, PlainKey>> = {
  now: "guidesNow",
  protect: "guidesProtect",
  others: "guidesOthers",
};

/** The titles of all guides, in their groups. */
export function GuideList() {
  return (
    <div class="stack">
      {GUIDE_GROUPS.map((group) => (
        <section key={group} class="card stack-tight" aria-labelledby={`guides-${group}`}>
          <h2 id={`guides-${group}`}>{t(NAMES[group])}</h2>
          <ul class="guide-titles">
            {GUIDES.filter((guide) => guide.group === group).map(({ id, title }) => (
              <li key={id}>
                <a href={guideHref(id)}>{t(title)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
