/** Firefox's floor: one bare `captureVisibleTab` of the whole page, asked for by the popup itself. */
import type { View } from "../drive/view";

interface Area {
  widthCss: number;
  heightCss: number;
  dpr: number;
}

/** What the popup's own window offers to code that looks at it from the browser's side. */
interface SeenWindow extends Window {
  wrappedJSObject: {
    browser: { tabs: { captureVisibleTab: (windowId: undefined, details: object) => Promise<string> } };
  };
}

/** @returns The middle of three, because one alone is at times several times as long; `null` where Firefox refuses. */
export async function bareCaptureMs(popup: View, area: Area): Promise<number | null> {
  const taken: number[] = [];
  while (taken.length < 3) {
    const ms = await oneCaptureMs(popup, area);
    if (ms === null) return null;
    taken.push(ms);
  }
  return taken.sort((a, b) => a - b)[1]!;
}

/** @returns Milliseconds from the call to the picture; `null` where Firefox refuses an area of that size. */
function oneCaptureMs(popup: View, area: Area): Promise<number | null> {
  return popup.run(async ({ widthCss, heightCss, dpr }) => {
    const window = document.defaultView as unknown as SeenWindow;
    const { Cu } = globalThis as unknown as { Cu: { cloneInto: <Value>(value: Value, into: Window) => Value } };
    const rect = { x: 0, y: 0, width: widthCss, height: heightCss };
    const details = { format: "png", rect, scale: dpr };
    const startMs = window.performance.now();
    try {
      await window.wrappedJSObject.browser.tabs.captureVisibleTab(
        undefined,
        Cu.cloneInto(details, document.defaultView!),
      );
      return Math.round(window.performance.now() - startMs);
    } catch {
      return null;
    }
  }, area);
}
