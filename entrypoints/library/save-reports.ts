/** A table of the reports of a case, as it also stands in a package, handed to the browser's downloads. */

import { accountOf } from "@/src/export/account-of";
import { reportsCsv } from "@/src/export/reports-csv";
import { ON_SCREEN } from "@/src/i18n/on-screen";
import type { CaseId } from "@/src/model/exhibit";
import { deviceClock } from "@/src/platform/clock";
import { saveBlob } from "@/src/platform/save-file";
import { paperWords } from "@/src/ui/library/paper-words";
import type { VaultReader } from "@/src/vault/read";

export async function saveReports(reader: VaultReader, caseId: CaseId): Promise<void> {
  const { reports } = await accountOf(reader, caseId, [], await reader.custody(caseId), paperWords(ON_SCREEN));
  const day = deviceClock.now().slice(0, 10).replaceAll("-", "");
  saveBlob(new Blob([...reportsCsv(reports)], { type: "text/csv" }), `table-${day}.csv`);
}
