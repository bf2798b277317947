import { t } from "@/src/i18n/t";
import { Notice } from "@/src/ui/parts/Notice";
import type { Keeping } from "./state";

interface OutcomeProps {
  keeping: Keeping;
  kept: string;
  notKept: string;
}

/** What became of keeping something: nothing is said before, and why it was not is said with what to do. */
export function Outcome({ keeping, kept, notKept }: OutcomeProps) {
  return (
    <div role="status">
      {keeping === "kept" && <p>{kept}</p>}
      {typeof keeping === "object" && (
        <Notice kind="attention">
          <p>{notKept}</p>
          <p>{t(`vault_${keeping.failure}`)}</p>
        </Notice>
      )}
    </div>
  );
}
