import { defineConfig } from "@playwright/test";

/** The release build in real browsers. `npm test` builds it first. */
export default defineConfig({
  testDir: "tests",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  projects: [
    { name: "chromium", testDir: "tests/e2e" },
    { name: "firefox", testDir: "tests/firefox" },
  ],
});
