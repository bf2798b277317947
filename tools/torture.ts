/**
 * `npm run torture`: kills the whole browser at moments that a seed decides, while something is being written, starts it
 * again on the same profile, and looks: what was told as done is there and whole, what was not is gone.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Ran } from "./torture/life";
import { KINDS, type Kind, planOf } from "./torture/plan";
import { torture } from "./torture/session";

const USAGE = "npm run torture -- [--kills N] [--seed S] [--only KIND …] [--json FILE]";

const { kills, seed, only, json } = parseArgs({
  options: {
    kills: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
    json: { type: "string" },
  },
}).values;

const count = Number(kills);
if (!Number.isInteger(count) || !Number.isInteger(Number(seed)) || only.some((kind) => !(kind in KINDS))) {
  console.error(`Usage: ${USAGE}\nKINDs: ${Object.keys(KINDS).join(", ")}`);
  process.exit(2);
}

const plans = Array.from({ length: count }, (_, n) => planOf(Number(seed) + n, only as Kind[]));
const ran = await torture(plans, (each) => console.log(line(each)));
if (json !== undefined) await writeFile(json, JSON.stringify(ran, null, 2));
const told = ran.filter(({ wasTold }) => wasTold).length;
const faulty = ran.filter(({ faults }) => faults.length > 0).length;
console.log(`\n${table(ran)}\n${ran.length} kills, ${told} after the end was told, ${faulty} with a fault.`);
process.exit(faulty > 0 ? 1 : 0);

function line({ plan, afterMs, wasTold, faults }: Ran): string {
  const when = `${afterMs} ms (${Math.round(plan.part * 100)} %)${wasTold ? ", told as done" : ""}`;
  return [`seed ${plan.seed}: ${plan.kind} after ${when}`, ...faults.map((fault) => `  FAULT ${fault}`)].join("\n");
}

function table(all: readonly Ran[]): string {
  const ends = Map.groupBy(all, ({ plan, wasTold }) => `${plan.kind}: ${wasTold ? "told as done" : "cut off"}`);
  return [...ends]
    .map(([end, of]) => `${String(of.length).padStart(5)} ${end}`)
    .sort()
    .join("\n");
}
