import { ON_SCREEN } from "@/src/i18n/on-screen";
import { t } from "@/src/i18n/t";
import type { MissingPart } from "@/src/model/missing";
import { missingName, missingReason } from "./missing";
import { Notice } from "./Notice";

/** Names what an item lacks. Nothing where nothing is missing. */
export function MissingNotice({ missing }: { missing: MissingPart[] }) {
  if (missing.length === 0) return null;
  return (
    <Notice kind="attention">
      <p>{t("savedWithout")}</p>
      <ul class="notice-list">
        {missing.map((part) => (
          <li key={`${part.what} ${part.why}`}>
            {missingName(part, ON_SCREEN)}
            <br />
            <span class="missing-why">{missingReason(part, ON_SCREEN)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
