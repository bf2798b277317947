/**
 * `npm run interrupt`: disturbs captures at moments that a seed decides, and looks at what is left: nothing may be half
 * kept, no page changed, no other tab's pixels kept, and what lacks something must say so.
 */
import { parseArgs } from "node:util";
import { BANDS, KINDS, type Kind, planOf } from "./interrupt/plan";
import type { Ran } from "./interrupt/run";
import { runSession } from "./interrupt/session";
import type { BrowserKind } from "./release-build";

const USAGE = "npm run interrupt -- [--runs N] [--seed S] [--browser chromium|firefox] [--only KIND …]";
/** A fresh browser after so many runs, so that the package that is looked at stays small. */
const PER_BROWSER = 20;

const { runs, seed, browser, only } = parseArgs({
  options: {
    runs: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    browser: { type: "string", default: "chromium" },
    only: { type: "string", multiple: true, default: [] },
  },
}).values;

const count = Number(runs);
if (
  !Number.isInteger(count) ||
  !(browser === "chromium" || browser === "firefox") ||
  only.some((kind) => !(kind in KINDS))
) {
  console.error(`Usage: ${USAGE}\nKINDs: ${Object.keys(KINDS).join(", ")}`);
  process.exit(2);
}

const all: Ran[] = [];
for (let first = 0; first < count; first += PER_BROWSER) {
  const size = Math.min(PER_BROWSER, count - first);
  const plans = Array.from({ length: size }, (_, n) => planOf(Number(seed) + first + n, browser, only as Kind[]));
  const ran = await runSession(browser as BrowserKind, plans, BANDS);
  for (const run of ran) console.log(line(run));
  all.push(...ran);
}
const faulty = all.filter(({ faults }) => faults.length > 0);
console.log(`\n${table(all)}\n${all.length} interruptions, ${faulty.length} with a fault.`);
process.exit(faulty.length > 0 ? 1 : 0);

function line({ plan, outcome, faults }: Ran): string {
  const how = `${plan.kind} after ${plan.afterMs} ms${plan.covered ? ", covered" : ""}`;
  return [`seed ${plan.seed}: ${how}: ${outcome}`, ...faults.map((fault) => `  FAULT ${fault}`)].join("\n");
}

/** How often each kind ended in which way. */
function table(ran: readonly Ran[]): string {
  const ends = Map.groupBy(ran, ({ plan, outcome }) => `${plan.kind}: ${outcome}`);
  return [...ends]
    .map(([end, of]) => `${String(of.length).padStart(5)} ${end}`)
    .sort()
    .join("\n");
}
