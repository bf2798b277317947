/**
 * Prints what of the directory nobody has looked at for 180 days. It opens nothing. What to do with a line: docs/directory.md
 *
 *   npm run check-directory                what is older than 180 days
 *   npm run check-directory -- --days 90   than 90
 *   npm run check-directory -- --all       everything
 */
import { parseArgs } from "node:util";
import { staleEntries } from "./stale-entries";

const USUAL_DAYS = 180;

const { values } = parseArgs({ options: { days: { type: "string" }, all: { type: "boolean" } } });
const days = values.all ? -1 : Number(values.days ?? USUAL_DAYS);
if (!Number.isInteger(days)) {
  console.error("--days takes a whole number.");
  process.exit(2);
}
const stale = staleEntries(new Date().toISOString().slice(0, 10), days);
for (const { file, id, lastDay, ageDays, what } of stale)
  console.log(`${lastDay}  ${ageDays} days  ${file}  ${id}  ${what}`);
console.log(
  values.all
    ? `${stale.length} entries.`
    : `${stale.length} entries not looked at for more than ${days} days. docs/directory.md says how.`,
);
process.exitCode = stale.length > 0 && !values.all ? 1 : 0;
