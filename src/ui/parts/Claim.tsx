import { t } from "@/src/i18n/t";
import { unusualCharacters } from "@/src/model/unusual";

/**
 * Words that came from a page: as text only, kept apart from the words around them, and with a note where they hold
 * characters that can mislead the eye. What the page does not show is "not found".
 */
export function Claim({ text }: { text: string | null }) {
  if (text === null) return <span class="not-found">{t("notFound")}</span>;
  const unusual = unusualCharacters(text);
  return (
    <>
      <bdi>{text}</bdi>
      {unusual.length > 0 && (
        <span class="unusual">{t("unusualCharacters", [unusual.slice(0, MOST_NAMED).join(", ")])}</span>
      )}
    </>
  );
}

const MOST_NAMED = 6;
