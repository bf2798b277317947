// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Fold } from "@/src/ui/parts/Fold";
import { WordsField } from "@/src/ui/parts/WordsField";
import { speak } from "@/tools/screens/fake-browser";
import { clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
beforeEach(() => speak("en"));
afterEach(clear);

const foldWith = (words: string) => (
  <Fold title="More" isOpen={words !== ""}>
    <WordsField label="Words" value={words} max={10} rows={1} onType={() => {}} />
  </Fold>
);

test("a fold that has something in it is open, and stays open when its last word is taken out", async () => {
  await draw(foldWith("x"));
  expect(document.querySelector("details")!.open).toBe(true);
  await draw(foldWith(""));
  expect(document.querySelector("details")!.open).toBe(true);
});
