/**
 * `npm run torture`: kills the whole browser at moments that a seed decides, while something is being written, starts it
 * again on the same profile, and looks: what was told as done is there and whole, what was not is gone. With `--torn N` it
 * damages files of a closed profile instead.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Ran } from "./torture/life";
import { KINDS, type Kind, planOf } from "./torture/plan";
import { torture } from "./torture/session";
import { type Torn, tearStores } from "./torture/torn";

const USAGE = "npm run torture -- [--kills N | --torn N] [--seed S] [--only KIND …] [--json FILE]";

const { kills, torn, seed, only, json } = parseArgs({
  options: {
    kills: { type: "string", default: "300" },
    torn: { type: "string" },
    seed: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [] },
    json: { type: "string" },
  },
}).values;

const count = Number(torn ?? kills);
if (!Number.isInteger(count) || !Number.isInteger(Number(seed)) || only.some((kind) => !(kind in KINDS))) {
  console.error(`Usage: ${USAGE}\nKINDs: ${Object.keys(KINDS).join(", ")}`);
  process.exit(2);
}
const seeds = Array.from({ length: count }, (_, n) => Number(seed) + n);
const ran = torn === undefined ? await kill() : await tearAll();
if (json !== undefined) await writeFile(json, JSON.stringify(ran, null, 2));
const faulty = ran.filter(({ faults }) => faults.length > 0).length;
console.log(`${faulty} with a fault.`);
process.exit(faulty > 0 ? 1 : 0);

async function kill(): Promise<Ran[]> {
  const plans = seeds.map((each) => planOf(each, only as Kind[]));
  const all = await torture(plans, (each) => console.log(line(each)));
  const told = all.filter(({ wasTold }) => wasTold).length;
  const ends = all.map(({ plan, wasTold }) => `${plan.kind}: ${wasTold ? "told as done" : "cut off"}`);
  console.log(`\n${counted(ends)}\n${all.length} kills, ${told} after the end was told.`);
  return all;
}

async function tearAll(): Promise<Torn[]> {
  const all = await tearStores(seeds, (each) => console.log(tornLine(each)));
  console.log(
    `\n${counted(all.map(({ outcome, package: made }) => `${outcome}; package: ${made}`))}\n${all.length} torn stores.`,
  );
  return all;
}

function tornLine({ seed: of, tear, outcome, said, package: made, faults }: Torn): string {
  const head = `seed ${of}: ${tear}: ${outcome}; package: ${made}`;
  return [head, ...said.map((words) => `  ${words}`), ...faults.map((fault) => `  FAULT ${fault}`)].join("\n");
}

function line({ plan, afterMs, wasTold, faults }: Ran): string {
  const when = `${afterMs} ms (${Math.round(plan.part * 100)} %)${wasTold ? ", told as done" : ""}`;
  return [`seed ${plan.seed}: ${plan.kind} after ${when}`, ...faults.map((fault) => `  FAULT ${fault}`)].join("\n");
}

/** How often each came. */
function counted(ends: readonly string[]): string {
  return [...Map.groupBy(ends, (end) => end)]
    .map(([end, of]) => `${String(of.length).padStart(5)} ${end}`)
    .sort()
    .join("\n");
}
