import { resolve } from "node:path";

/** How the tools in this folder start a browser. */
export function launchOptions() {
  return {
    executablePath: process.env.TIDEMARK_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    protocolTimeout: 60_000,
    env: { ...process.env, TZ: "Asia/Hong_Kong", FONTCONFIG_FILE: resolve("tools/screens/fonts.conf") },
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--font-render-hinting=none",
      "--force-color-profile=srgb",
      "--hide-scrollbars",
    ],
  };
}
