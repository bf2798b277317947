/**
 * Finds a Chromium or a Firefox, or brings one. In this order: what the environment names, the usual places,
 * Playwright's own download, Debian's packages (as root). Plain Node 20, no dependencies: it runs before `npm ci`.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join } from "node:path";

/** @typedef {"chromium" | "firefox"} BrowserKind */

const WANTED = {
  chromium: {
    env: "TIDEMARK_CHROMIUM",
    // Branded Chrome is left out: since version 137 it ignores --load-extension.
    onPath: ["chromium", "chromium-browser"],
    places: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/snap/bin/chromium",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    downloaded: [
      "chrome-linux/chrome",
      "chrome-linux64/chrome",
      "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
      "chrome-win/chrome.exe",
      "chrome-win64/chrome.exe",
    ],
    debian: "chromium",
    name: "Chromium",
  },
  firefox: {
    env: "TIDEMARK_FIREFOX",
    onPath: ["firefox-esr", "firefox"],
    places: [
      "/usr/bin/firefox-esr",
      "/usr/bin/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    // Playwright's Firefox is patched and does not speak WebDriver BiDi the way the tests need.
    downloaded: [],
    debian: "firefox-esr",
    name: "Firefox",
  },
};

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? "").split(platform() === "win32" ? ";" : ":").filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {string[]} inside */
function playwrightDownloads(inside) {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    { linux: join(homedir(), ".cache/ms-playwright"), darwin: join(homedir(), "Library/Caches/ms-playwright") }[
      platform()
    ] ??
    join(homedir(), "AppData/Local/ms-playwright");
  if (!existsSync(cache)) return [];
  const builds = readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort()
    .reverse();
  return builds.flatMap((build) => inside.map((path) => join(cache, build, path)));
}

/** @param {BrowserKind} kind */
function lookFor(kind) {
  const wanted = WANTED[kind];
  const named = process.env[wanted.env];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`${wanted.env} names ${named}, which is not a program that can be run.`);
  }
  return [...onPath(wanted.onPath), ...wanted.places, ...playwrightDownloads(wanted.downloaded)].find(runs);
}

function isDebianRoot() {
  if (platform() !== "linux" || process.getuid?.() !== 0 || !existsSync("/etc/os-release")) return false;
  return /^(ID|ID_LIKE)=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));
}

/** @param {string} debianPackage */
function installFromDebian(debianPackage) {
  const run = (/** @type {string[]} */ args) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  const install = ["install", "-y", "--no-install-recommends", debianPackage];
  return run(["update", "-qq"]) && run(install);
}

/**
 * @param {BrowserKind} kind
 * @param {(message: string) => void} [say] told what is being fetched, as it may take a minute
 * @returns {Promise<string>} path of the program
 * @throws when none is there and none can be had; the message says what to install
 */
export async function findBrowser(kind, say = (message) => console.error(message)) {
  const found = lookFor(kind);
  if (found) return found;
  const { name, debian, env } = WANTED[kind];
  if (isDebianRoot()) {
    say(`Installing ${name} from Debian's packages (once, about a minute) …`);
    installFromDebian(debian);
    const installed = lookFor(kind);
    if (installed) return installed;
  }
  throw new Error(
    `No ${name} was found. Install ${name}, or set ${env} to the path of its program, and run this again.`,
  );
}
