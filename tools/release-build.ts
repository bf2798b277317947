/** The release build: the only build there is, for users and for tests. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./root";

export type BrowserKind = "chromium" | "firefox";

export const BUILD_FOLDER: Record<BrowserKind, string> = {
  chromium: join(ROOT, ".output", "chrome-mv3"),
  firefox: join(ROOT, ".output", "firefox-mv3"),
};

export const build = (kind: BrowserKind): Promise<void> =>
  runWxt(kind === "firefox" ? ["build", "-b", "firefox", "--mv3"] : ["build"]);

export async function buildBoth(): Promise<void> {
  await build("chromium");
  await build("firefox");
}

/** Runs the framework's command. What it prints is shown only where it fails. */
export async function runWxt(args: string[]): Promise<void> {
  const wxt = spawn("wxt", args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
  let printed = "";
  wxt.stdout.on("data", (piece) => (printed += piece));
  wxt.stderr.on("data", (piece) => (printed += piece));
  const code = await new Promise((resolve) => wxt.on("exit", resolve));
  if (code !== 0) throw new Error(`wxt ${args.join(" ")} failed:\n${printed}`);
}
