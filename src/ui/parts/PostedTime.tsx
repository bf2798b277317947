import { formatDay, formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { PageFacts } from "@/src/model/page-facts";
import type { DerivedRange } from "@/src/model/thread";
import { Claim } from "./Claim";

type PostedFacts = Pick<PageFacts, "postedAt" | "postedAtDate" | "postedAtText">;

/** When the page says it was posted: its own words first, then the moment its code names, where it names one. */
export function PostedTime({ facts, derived }: { facts: PostedFacts; derived: DerivedRange | null }) {
  const { postedAt, postedAtDate, postedAtText } = facts;
  const moment = postedAt === null ? dayOf(postedAtDate) : formatMoment(postedAt);
  const words = postedAtText ?? moment;
  if (words === null) return <Claim text={null} />;
  return (
    <>
      <Claim text={words} /> <span class="page-says">{t("pageSays")}</span>
      {moment !== null && moment !== words && <span class="moment">{moment}</span>}
      {derived !== null && <Derived range={derived} />}
    </>
  );
}

/** What relative words can stand for. It is ours, so it says that it was worked out. */
export function Derived({ range: { from, to } }: { range: DerivedRange }) {
  return <span class="moment">{t("derivedRange", [formatMoment(from), formatMoment(to)])}</span>;
}

const dayOf = (date: string | null): string | null => (date === null ? null : formatDay(date));
