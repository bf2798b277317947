/** The cover: what this is, and the two digests that tie the paper to the package. */

import type { Sha256 } from "@/src/model/digest";
import { exhibitLabel } from "@/src/model/exhibit";
import type { Receiver } from "@/src/model/hand-over";
import { type UtcInstant, utcText } from "@/src/model/instant";
import { factRow, type Layout, newFlow } from "./parts";
import type { Sheet } from "./sheet";
import { STYLES } from "./text-style";

/** The package that the binder goes with, as it was told when it was made. */
export interface BinderPackage {
  /** File name of the ZIP. */
  fileName: string;
  tagManifestSha256: Sha256;
  /** Where the custody log in the package ends. */
  lastSeq: number;
  headHash: Sha256;
  /** Place in that log, from 1, of the first entry that does not fit; `null`: all fit. */
  logBrokenAt: number | null;
}

export interface CoverFacts {
  package: BinderPackage;
  receiver: Receiver | null;
  now: UtcInstant;
  software: string;
  /** Numbers, rising. */
  exhibits: readonly number[];
}

export async function coverSheets(layout: Layout, facts: CoverFacts): Promise<Sheet[]> {
  const { say } = layout.words;
  const flow = newFlow(layout, { left: "", right: "" });
  flow.place("cover", say("binder_title"), true);
  await flow.text(" ", STYLES.title);
  flow.space(40);
  await flow.text(say("binder_title"), STYLES.title);
  flow.space(6);
  flow.rule(1.5);
  flow.space(14);
  if (facts.receiver !== null) {
    await flow.text(say(`binder_for_${facts.receiver}`), STYLES.strong);
    flow.space(6);
  }
  await flow.text(say("binder_what"), STYLES.text);
  flow.space(28);
  await coverFacts(flow, layout, facts);
  flow.space(28);
  await flow.text(say("binder_checkTitle"), STYLES.subheading);
  await flow.text(say("binder_check"), STYLES.text);
  flow.space(10);
  await flow.text(say("binder_claims"), STYLES.text);
  return flow.sheets;
}

async function coverFacts(flow: ReturnType<typeof newFlow>, layout: Layout, facts: CoverFacts): Promise<void> {
  const { say } = layout.words;
  const { package: made, exhibits } = facts;
  const [first = 0, last = first] = [exhibits[0], exhibits.at(-1)];
  const range = say("binder_exhibitsRange", [exhibitLabel(first), exhibitLabel(last), exhibits.length]);
  await factRow(flow, say("binder_exhibits"), range);
  await factRow(flow, say("binder_made"), utcText(facts.now));
  await factRow(flow, say("binder_madeWith"), facts.software);
  await factRow(flow, say("binder_package"), made.fileName, STYLES.code);
  await factRow(flow, say("binder_log"), say("binder_logEntry", [made.lastSeq]), STYLES.text);
  await flow.text(made.headHash, STYLES.digest);
  if (made.logBrokenAt !== null) await flow.text(say("binder_logBroken", [made.logBrokenAt]), STYLES.strong);
  flow.space(6);
  await flow.text(say("binder_digest"), STYLES.label, { isRuled: true });
  await flow.text(made.tagManifestSha256, STYLES.digest);
  flow.space(4);
  flow.rule(1.5);
}
