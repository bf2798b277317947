import { readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { LANGUAGES, speechIn } from "@/src/i18n/languages";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
vi.mock("@/src/platform/own-file", () => import("@/tests/support/own-file"));

test("papers can be written in every language of the messages, and each is found under its own tag", async () => {
  expect(LANGUAGES).toHaveLength(readdirSync("public/_locales").length);
  for (const language of LANGUAGES) expect((await speechIn(language)).t("languageTag")).toBe(language);
});
