/** 515 strings known to break programs, where the shared fixtures are at hand; `null` and a printed reason where not. */
import { existsSync, readFileSync } from "node:fs";

const FILE = new URL("../../../shared/fixtures/naughty-strings.json", import.meta.url);

export function naughtyStrings(): string[] | null {
  if (existsSync(FILE)) return JSON.parse(readFileSync(FILE, "utf8")) as string[];
  console.log(`skipped: ${FILE.pathname} is not there`);
  return null;
}
