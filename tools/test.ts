/**
 * `npm test`: format and lint, types, unit tests, the release build, then end-to-end tests in Chromium and in Firefox.
 * Everything runs even where something before it failed; the closing line counts it all.
 */
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { findBrowser } from "../scripts/browsers.mjs";
import { ROOT } from "./root";

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const RESULTS = join(ROOT, "test-results");

const say = (line: string) => console.log(`\n── ${line}`);

function run(command: string, args: string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", shell: process.platform === "win32" });
  return new Promise((resolve) => child.on("exit", (code) => resolve(code === 0)));
}

const asOne = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

async function unit(): Promise<Counts> {
  const outputFile = join(RESULTS, "unit.json");
  await run("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${outputFile}`]);
  const report = await json<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    success: boolean;
  }>(outputFile);
  if (!report) return asOne(false);
  // A file that could not be loaded has no failed test in it, and is a failure all the same.
  const failed = report.success ? 0 : Math.max(1, report.numFailedTests);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

async function endToEnd(): Promise<Counts> {
  const ok = await run("playwright", ["test"]);
  const report = await json<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
    join(RESULTS, "e2e.json"),
  );
  if (!report) return asOne(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) console.log(`${flaky} of them passed only when repeated: see “flaky” above`);
  return { passed: expected + flaky, failed: ok ? 0 : Math.max(1, unexpected), skipped };
}

async function json<Value>(path: string): Promise<Value | null> {
  return JSON.parse(await readFile(path, "utf8").catch(() => "null")) as Value | null;
}

const STEPS: { name: string; work: () => Promise<Counts> }[] = [
  { name: "Release build for both browsers", work: async () => asOne(await run("tsx", [join("tools", "build.ts")])) },
  { name: "Format and lint", work: async () => asOne(await run("biome", ["check", "--error-on-warnings", "."])) },
  { name: "Types", work: async () => asOne(await run("tsc", ["-p", "."])) },
  { name: "Unit tests", work: unit },
  {
    name: "Accessibility of every screen",
    work: async () => asOne(await run("node", [join("tools", "screens.mjs"), "--check"])),
  },
  { name: "End-to-end tests in Chromium and Firefox", work: endToEnd },
];

await rm(RESULTS, { recursive: true, force: true });
await mkdir(RESULTS, { recursive: true });
say("Browsers");
for (const kind of ["chromium", "firefox"] as const) console.log(`${kind}: ${await findBrowser(kind)}`);

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const seconds: string[] = [];
for (const [n, { name, work }] of STEPS.entries()) {
  say(`${n + 1} of ${STEPS.length}: ${name}`);
  const startMs = performance.now();
  const counts = await work();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  seconds.push(`${name}: ${Math.round((performance.now() - startMs) / 1000)} s${counts.failed > 0 ? " (failed)" : ""}`);
}
say(`Time: ${seconds.join(" · ")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed === 0 ? 0 : 1);
