import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { Notice } from "@/src/ui/parts/Notice";

/** What is kept could not be read: what happened, and what to do. */
export function ReadFailure({ failure }: { failure: VaultFailure }) {
  return (
    <Notice kind="attention">
      <p>{t(`vault_${failure}`)}</p>
    </Notice>
  );
}
