// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TranslationNote } from "@/src/ui/parts/TranslationNote";
import { speak } from "@/tools/screens/fake-browser";
import { clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

beforeEach(clear);
afterEach(() => speak("en"));

test("says that no native reader has reviewed the words, where that is so", async () => {
  speak("ar");
  await draw(<TranslationNote />);
  expect(document.body.textContent).toContain("لم تُراجَع هذه الكلمات");
});

test.each(["en", "zh-Hant"] as const)("says nothing of it in %s", async (language) => {
  speak(language);
  await draw(<TranslationNote />);
  expect(document.body.textContent).toBe("");
});
