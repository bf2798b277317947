/**
 * Every `npm run` command starts here, on whatever Node is there (20 or newer), with nothing installed: this brings the
 * packages, then hands over to the Node version that the packages bring. Plain Node, no dependencies.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BIN = join(ROOT, "node_modules", ".bin");
const STAMP = join(ROOT, "node_modules", ".installed-for");
const NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** The commands, each a file below tools/. */
const TOOLS = {
  demo: "demo.ts",
  verify: "verify.ts",
  extract: "extract.ts",
  bench: "bench.ts",
  interrupt: "interrupt.ts",
  torture: "torture.ts",
  test: "test.ts",
  build: "build.ts",
  zip: "zip.ts",
  "check-directory": "check-directory.ts",
  screens: "screens.mjs",
};

/** @param {string} message */
const say = (message) => console.error(message);

/** The packages on disk are those that the lock file names. */
function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  const installed = existsSync(STAMP) ? readFileSync(STAMP, "utf8") : "";
  if (installed === lock && existsSync(NODE)) return;
  say("Installing packages (once, about a minute) …");
  // The Node that runs npm here may be older than some packages ask for; what they run on is brought along.
  const npm = spawnSync("npm", ["ci", "--loglevel=error", "--no-fund", "--no-audit"], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0 || !existsSync(NODE)) {
    say("The packages could not be installed. Check that the npm registry can be reached, then run this again.");
    process.exit(1);
  }
  writeFileSync(STAMP, lock);
}

const [task = "", ...rest] = process.argv.slice(2);
const tool = Object.entries(TOOLS).find(([name]) => name === task)?.[1];
if (!tool) {
  say(`There is no command “${task}”. There are: ${Object.keys(TOOLS).join(", ")}.`);
  process.exit(2);
}
installPackages();
const child = spawn(NODE, ["--import", "tsx", join(ROOT, "tools", tool), ...rest], {
  stdio: "inherit",
  env: { ...process.env, PATH: `${BIN}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}` },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
