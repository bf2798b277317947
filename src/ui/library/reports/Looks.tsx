import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { type ExhibitId, type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import { itemHref } from "@/src/ui/library/routes";
import { Button } from "@/src/ui/parts/Button";
import { Fold } from "@/src/ui/parts/Fold";
import { OutsideLink } from "@/src/ui/parts/OutsideLink";
import type { ReportsCalls } from "./ReportsList";
import { keptLater, type ReportEntry, seenAgain } from "./state";

interface LooksProps {
  report: ReportEntry;
  items: readonly ExhibitSummary[];
  calls: ReportsCalls;
}

/** Whether it is still there. Opening the page is the user's act; what was found, and the proof of it, is named. */
export function Looks({ report, items, calls }: LooksProps) {
  const { address, looks, tz } = report.body;
  if (!/^https?:/.test(address)) return null;
  return (
    <Fold title={t("reportStillThere")}>
      <div class="stack-tight">
        <p>{t("reportStillThereHow")}</p>
        <p>
          <OutsideLink href={address} onPress={() => calls.onOpenReported(report)}>
            {t("reportOpenPage")}
          </OutsideLink>
        </p>
        <Findings onFound={(found) => calls.onLookAgain(report, found, null)} />
        <ul class="bullets">
          {looks.map(({ utc, found, exhibit }) => (
            <li key={`${utc} ${exhibit}`}>
              {formatMoment(utc, tz)}: {t(`reportFound_${found}`)} <Proof id={exhibit} items={items} />
            </li>
          ))}
          {seenAgain(report, items).map(({ id, exhibit, capturedUtc }) => (
            <li key={id}>
              {formatMoment(capturedUtc, tz)}: {t("reportKeptLater")} <a href={itemHref(id)}>{exhibitLabel(exhibit)}</a>
            </li>
          ))}
        </ul>
        {keptLater(report, items).map((item) => (
          <NotYetProof
            key={item.id}
            item={item}
            tz={tz}
            onFound={(found) => calls.onLookAgain(report, found, item.id)}
          />
        ))}
      </div>
    </Fold>
  );
}

type OnFound = (found: "up" | "gone" | "unsure") => void;

/** @param of Tells the buttons apart for who does not see what stands above them. */
function Findings({ of, onFound }: { of?: string; onFound: OnFound }) {
  return (
    <div class="button-line">
      {(["up", "gone", "unsure"] as const).map((found) => {
        const words = t(`reportFound_${found}`);
        return (
          <Button key={found} {...(of !== undefined && { label: `${words}: ${of}` })} onPress={() => onFound(found)}>
            {words}
          </Button>
        );
      })}
    </div>
  );
}

function Proof({ id, items }: { id: ExhibitId | null; items: readonly ExhibitSummary[] }) {
  if (id === null) return null;
  const item = items.find((each) => each.id === id);
  return item === undefined ? <>({t("eventExhibitGone")})</> : <a href={itemHref(id)}>{exhibitLabel(item.exhibit)}</a>;
}

/** Kept at the same address later: what it shows is for the user to say. */
function NotYetProof({ item, tz, onFound }: { item: ExhibitSummary; tz: string; onFound: OnFound }) {
  const label = exhibitLabel(item.exhibit);
  return (
    <div class="stack-tight">
      <p>
        {t("reportNotYetProof", [formatMoment(item.capturedUtc, tz)])} <a href={itemHref(item.id)}>{label}</a>
      </p>
      <Findings of={label} onFound={onFound} />
    </div>
  );
}
