import { t } from "@/src/i18n/t";
import type { CaseLine } from "@/src/model/case-line";
import { CaseName } from "./cases/CaseName";
import { HREF, type Section } from "./routes";
import type { LibraryState } from "./state";

/** Which case takes what is saved, where there is more than one; and the way to all of them. */
function CaseSwitch({ isHere, cases }: { isHere: boolean; cases: readonly CaseLine[] }) {
  const current = cases.length > 1 ? cases.find(({ isCurrent }) => isCurrent) : undefined;
  return (
    <a href={HREF.cases} aria-current={isHere ? "page" : undefined}>
      {t("sectionCases")}
      {current && (
        <span class="case-now note">
          <CaseName about={current.about} />
        </span>
      )}
    </a>
  );
}

/** The sections, and which of them is open. */
export function Sections({ current, cases }: { current: Section; cases: readonly CaseLine[] }) {
  const sections = [
    { section: "kept", name: t("sectionKept") },
    { section: "account", name: t("sectionAccount") },
    { section: "reports", name: t("sectionReports") },
    { section: "help", name: t("sectionHelp") },
    { section: "handOver", name: t("sectionHandOver") },
    { section: "check", name: t("sectionCheck") },
    { section: "copies", name: t("sectionCopies") },
    { section: "settings", name: t("sectionSettings") },
  ] as const;
  return (
    <nav class="sections" aria-label={t("sections")}>
      <ul>
        <li class="case-switch">
          <CaseSwitch isHere={current === "cases"} cases={cases} />
        </li>
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

/** The section that a place is reached from. */
export function sectionOf({ section }: LibraryState): Section {
  if (section === "item" || section === "import") return "kept";
  if (section === "notice") return "reports";
  if (section === "start") return "settings";
  return section === "stamp" || section === "receive" ? "handOver" : section;
}
