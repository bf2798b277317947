/** Presses “Save this page” and tells, by the popup's own clock and words, when it was saved. */
import type { View } from "../drive/view";

export interface TimedSave {
  label: string | null;
  /** From the press to the words “Saved as”. */
  wallMs: number;
  /** From the moment the popup showed that all parts are taken; `null` where it did not show that. */
  afterLastTileMs: number | null;
  said: string;
}

const PATIENCE_MS = 900_000;

export async function timedSave(popup: View): Promise<TimedSave> {
  const seen = await popup.untilText(/Save this page|cannot be saved/);
  if (!seen.includes("Save this page")) return { label: null, wallMs: 0, afterLastTileMs: null, said: seen };
  await popup.run(pressAndWatch, null);
  let told = "";
  await popup.until(
    "the end of the capture",
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 75));
      told = await popup.run(() => document.body.dataset["bench"] ?? "", null);
      return told !== "";
    },
    PATIENCE_MS,
  );
  return JSON.parse(told) as TimedSave;
}

/** Runs in the popup. Leaves what it saw on the body, where the bench looks for it. */
function pressAndWatch(): void {
  const window = document.defaultView!;
  let lastTileMs: number | null = null;
  const startMs = window.performance.now();
  const observer = new window.MutationObserver(() => {
    const nowMs = window.performance.now();
    const bar = document.querySelector("progress");
    if (bar?.hasAttribute("value") && bar.value === bar.max) lastTileMs ??= nowMs;
    const said = document.body.innerText;
    const label = /Saved as (EX-\d+)/.exec(said)?.[1] ?? null;
    if (label === null && !/Not saved|Stopped/.test(said)) return;
    observer.disconnect();
    document.body.dataset["bench"] = JSON.stringify({
      label,
      wallMs: Math.round(nowMs - startMs),
      afterLastTileMs: lastTileMs === null ? null : Math.round(nowMs - lastTileMs),
      said,
    });
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const buttons = Array.from(document.querySelectorAll("button"));
  buttons.find((button) => button.textContent?.trim() === "Save this page")?.click();
}
