/** Made-up states of checking what is kept. */
import type { FixityReport } from "@/src/model/fixity";
import type { CheckState } from "@/src/ui/library/state";
import * as sample from "./samples";

const damages: FixityReport["findings"] = [
  { id: sample.ITEM, exhibit: 3, path: "original/screen-000.png", state: "changed" },
  { id: sample.ITEM, exhibit: null, path: "record.json", state: "missing" },
  { id: null, exhibit: null, path: "custody.jsonl", state: "changed" },
];

const compared: FixityReport = { files: 214, findings: [], isComplete: true, caseIds: [], damagedLogs: [] };

export const checks: Record<string, CheckState> = {
  check: { step: "idle" },
  "check-going-on": { step: "checking", itemsDone: 7, itemsTotal: 31 },
  "check-same": { step: "checked", report: compared, isAsked: true },
  "check-found": { step: "checked", report: { ...compared, findings: damages }, isAsked: true },
};
