/** Many runs in one browser; at the end everything that was kept is handed over and looked at. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BundleFile } from "../bundle-file";
import { checkBundle } from "../check-bundle";
import { drive } from "../drive/drive";
import { handOver } from "../drive/journey";
import type { BrowserKind } from "../release-build";
import { ROOT } from "../root";
import { serveFolder } from "../serve";
import { faultsOfExhibit } from "./judge";
import { openObserver } from "./observer";
import type { Plan } from "./plan";
import { counted, type Ran, runOnce, type Stage } from "./run";

/** @param bands How long the page is: 100 px each, seven to a window. */
export async function runSession(kind: BrowserKind, plans: readonly Plan[], bands: number): Promise<Ran[]> {
  const pages = await serveFolder(join(ROOT, "tests", "fixtures", "pages"));
  const downloads = await mkdtemp(join(tmpdir(), "notes-interrupted-"));
  const driven = await drive(kind, { downloads });
  try {
    const decoy = await driven.openPage(`${pages.origin}/red.html`);
    const url = `${pages.origin}/codes.html?bands=${bands}`;
    const stage: Stage = { driven, decoy, observer: await openObserver(driven), url };
    const runs: Ran[] = [];
    for (const plan of plans) runs.push(await runOnce(stage, plan));
    await judge(runs, bands, () => handOver(driven, downloads));
    return runs.map((run) => ({ ...run, faults: counted(run) }));
  } finally {
    await driven.close();
    await pages.close();
    await rm(downloads, { recursive: true, force: true });
  }
}

async function judge(runs: readonly Ran[], bands: number, pack: () => Promise<string>): Promise<void> {
  const kept = runs.filter(({ exhibit }) => exhibit !== null);
  if (kept.length === 0) return;
  const path = await pack();
  const verdict = await checkBundle(path);
  const bundle = await BundleFile.read(path);
  for (const run of kept) {
    run.faults.push(...faultsOfExhibit(bundle, run, bands));
    if (verdict.kind !== "checked" || !verdict.intact) run.faults.push("the package does not check out");
  }
}
