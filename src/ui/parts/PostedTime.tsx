import { formatDay, formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { PageFacts } from "@/src/model/page-facts";
import { Claim } from "./Claim";

type PostedFacts = Pick<PageFacts, "postedAt" | "postedAtDate" | "postedAtText">;

/** When the page says it was posted. A time without a zone is left in the page's own words. */
export function PostedTime({ facts }: { facts: PostedFacts }) {
  const text = readable(facts);
  if (text === null) return <Claim text={null} />;
  return (
    <>
      <Claim text={text} /> <span class="page-says">{t("pageSays")}</span>
    </>
  );
}

function readable({ postedAt, postedAtDate, postedAtText }: PostedFacts): string | null {
  if (postedAt !== null) return formatMoment(postedAt);
  if (postedAtText !== null) return postedAtText;
  return postedAtDate === null ? null : formatDay(postedAtDate);
}
