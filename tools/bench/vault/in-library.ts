/** What the vault bench measures in the release's own library page, as a user would meet it. */
import type { View } from "../../drive/view";

/** Milliseconds from pressing “Unlock”. */
export interface Unlocked {
  /** Until the passphrase has opened the identity, and our pages are told so. */
  derivedMs: number;
  /** Until the first items are on the screen. */
  firstMs: number;
  /** Until all are listed. */
  wholeMs: number;
}

export async function timeUnlock(library: View, passphrase: string): Promise<Unlocked> {
  await library.fill("Passphrase", passphrase);
  await library.run(pressUnlockAndWatch, null);
  return told(library, "the list after unlocking");
}

/** The part of the extension API that tells of the open identity (src/vault/session-keys.ts). */
interface SessionApi {
  storage: {
    session: {
      onChanged: { addListener(listener: (changes: { openIdentity?: { newValue?: unknown } }) => void): void };
    };
  };
}

/** Runs in the page. */
function pressUnlockAndWatch(): void {
  const startMs = performance.now();
  let derivedMs: number | null = null;
  let firstMs: number | null = null;
  const { chrome } = globalThis as unknown as { chrome: SessionApi };
  chrome.storage.session.onChanged.addListener(({ openIdentity }) => {
    if (openIdentity?.newValue) derivedMs ??= performance.now() - startMs;
  });
  const look = () => {
    if (firstMs === null && document.querySelector("li[data-place]")) {
      firstMs = -1;
      requestAnimationFrame(() => setTimeout(() => (firstMs = performance.now() - startMs)));
    }
    const isWhole = /Items: /.test(document.querySelector("main .found-line")?.textContent ?? "");
    if (!isWhole || firstMs === null || firstMs < 0) return void setTimeout(look, 1);
    document.body.dataset["bench"] = JSON.stringify({ derivedMs, firstMs, wholeMs: performance.now() - startMs });
  };
  Array.from(document.querySelectorAll("button"))
    .find(({ textContent }) => textContent?.trim() === "Unlock")
    ?.click();
  look();
}

/** Milliseconds from each text in the search field to the result laid out on the page. */
export async function timeSearches(library: View, texts: readonly string[]): Promise<number[]> {
  return library.run((wanted: readonly string[]) => {
    const field = document.querySelector<HTMLInputElement>("input[type=search]")!;
    const ms = wanted.map((text) => {
      const startMs = performance.now();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      void document.body.offsetHeight; // laid out
      return performance.now() - startMs;
    });
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return ms;
  }, texts);
}

export interface Scrolled {
  /** Between two frames, in milliseconds. */
  frames: number[];
  /** The same with nothing scrolled: what this machine manages just now. */
  idleFrames: number[];
  /** Most items that were in the page at once. */
  most: number;
  /** Frames in which no item was in the middle of the list, but for jumps. */
  blank: number;
}

/** Does nothing for a while, scrolls as one reads, then most of a screen a frame, then in jumps through all of the list. */
export async function timeScrolling(library: View): Promise<Scrolled> {
  await library.run(scrollAndWatch, null);
  return told(library, "the end of scrolling");
}

/** Runs in the page. */
function scrollAndWatch(): void {
  const STEPS = [
    ...Array<number>(60).fill(0),
    ...Array<number>(120).fill(100),
    ...Array<number>(120).fill(innerHeight * 0.8),
    ...Array<number>(60).fill(document.documentElement.scrollHeight / 60),
  ];
  const frames: number[] = [];
  const idleFrames: number[] = [];
  let [most, blank, lastMs, at] = [0, 0, performance.now(), 0];
  const isBlank = () => {
    const list = document.querySelector("main ul[aria-label]:has([data-place])")!.getBoundingClientRect();
    const middle = innerHeight / 2;
    if (list.top > middle || list.bottom < middle) return false;
    return !document.elementFromPoint(list.left + list.width / 2, middle)?.closest("li[data-place]");
  };
  const onFrame = () => {
    const nowMs = performance.now();
    const moved = STEPS[at - 1] ?? 0;
    (moved === 0 ? idleFrames : frames).push(nowMs - lastMs);
    lastMs = nowMs;
    most = Math.max(most, document.querySelectorAll("li[data-place]").length);
    if (moved > 0 && moved < innerHeight && isBlank()) blank += 1;
    if (at === STEPS.length) {
      document.body.dataset["bench"] = JSON.stringify({ frames, idleFrames, most, blank });
      return;
    }
    scrollBy(0, STEPS[at]!);
    at += 1;
    requestAnimationFrame(onFrame);
  };
  scrollTo(0, 0);
  requestAnimationFrame(onFrame);
}

/** What the page left on its body, and takes it away. */
async function told<Value>(library: View, what: string): Promise<Value> {
  let said = "";
  await library.until(
    what,
    async () => {
      said = await library.run(() => document.body.dataset["bench"] ?? "", null);
      return said !== "";
    },
    120_000,
  );
  await library.run(() => void delete document.body.dataset["bench"], null);
  return JSON.parse(said) as Value;
}
