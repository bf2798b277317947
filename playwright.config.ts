import { defineConfig } from "@playwright/test";
import type { BrowserKind } from "./tools/release-build";

/** Journeys that are the same in both browsers; the others say in `tests/firefox` what holds there. */
const IN_BOTH = [
  "account",
  "binder",
  "deleted",
  "fidelity",
  "hand-over",
  "import",
  "locked",
  "marked",
  "private-window",
  "receive",
  "recorder",
  "redacted-import",
  "reports",
  "stamped",
  "videos",
];

/** The release build in real browsers. `npm test` builds it first. */
export default defineConfig<{ kind: BrowserKind }>({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // Two real browsers share a machine whose load nobody controls. What passes only when repeated is counted and named.
  retries: 1,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  projects: [
    { name: "chromium", testDir: "tests/e2e" },
    {
      name: "firefox",
      testDir: "tests",
      testMatch: ["firefox/*.spec.ts", ...IN_BOTH.map((name) => `e2e/${name}.spec.ts`)],
      use: { kind: "firefox" },
    },
  ],
});
