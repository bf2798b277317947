/** One of the extension's own pages, seen from outside: by role and accessible name, as a user finds things. */

import type { KeyInput } from "puppeteer-core";

/** Runs an expression in the page and gives its JSON value. */
export type Evaluate = (expression: string) => Promise<unknown>;

/** CSS pixels from the viewport's corner. */
interface Place {
  x: number;
  y: number;
}

/** Keyboard and pointer. */
export interface Hands {
  pressKey(key: KeyInput): Promise<void>;
  clickAt(place: Place): Promise<void>;
}

const POLL_MS = 25;
const PATIENCE_MS = 30_000;

/** The page does not answer any more: a popup closes when the browser shows something else over it. */
export class ViewGone extends Error {
  override readonly name = "ViewGone";
}

export class View {
  /** @param hands Left out where the driver has none for this page. */
  constructor(
    private readonly evaluate: Evaluate,
    private readonly hands?: Hands,
  ) {}

  async type(key: KeyInput): Promise<void> {
    if (!this.hands) throw new Error("this driver has no keyboard for this page");
    await this.hands.pressKey(key);
  }

  /** Runs a function in the page. It may use nothing from outside but its one argument, which is JSON. */
  async run<Argument, Value>(body: (argument: Argument) => Value | Promise<Value>, argument: Argument): Promise<Value> {
    // The compiler that runs these tools wraps named functions in a helper, which the page does not have.
    const expression = `((__name) => (${body})(${JSON.stringify(argument)}))((named) => named)`;
    const value = await this.evaluate(expression).catch((cause: Error) => {
      throw new ViewGone(`our page is gone: ${cause.message}`, { cause });
    });
    return value as Value;
  }

  /** All visible text. */
  text(): Promise<string> {
    return this.run(() => document.body.innerText, null);
  }

  /** What status and alert regions say now. */
  announced(): Promise<string> {
    return this.run(
      () =>
        Array.from(document.querySelectorAll("[role=status],[role=alert]"), (region) => region.textContent).join("\n"),
      null,
    );
  }

  /** Presses the button or link of that accessible name, once it is there and enabled. */
  async press(name: string): Promise<void> {
    await this.until(
      `a button or link “${name}”`,
      async () => (await this.run(pressNamed, { name, how: "press" as const })) !== false,
    );
  }

  /** As `press`, by the pointer: to a script's own click the browser asks nothing. It is pressed where it stays. */
  async click(name: string): Promise<void> {
    if (!this.hands) throw new Error("this driver has no pointer for this page");
    let before = "";
    let place: Place | false = false;
    await this.until(`a button or link “${name}” that stays where it is`, async () => {
      place = await this.run(pressNamed, { name, how: "look" as const });
      const isSame = place !== false && JSON.stringify(place) === before;
      before = JSON.stringify(place);
      return isSame;
    });
    if (place) await this.hands.clickAt(place);
  }

  /** Sets or clears the checkbox of that label, or chooses that one of several, once it is there. */
  async toggle(label: string): Promise<void> {
    await this.until(`a choice “${label}”`, () => this.run(toggleLabelled, label));
  }

  /** Presses what makes this page go away. */
  async pressAndGo(name: string): Promise<void> {
    await this.press(name).catch((error) => {
      if (!(error instanceof ViewGone)) throw error;
    });
  }

  /** Closes a popup, and waits until it is gone. */
  async closeItself(): Promise<void> {
    await this.run(() => window.close(), null).catch(() => {});
    await this.until("the popup to be gone", () =>
      this.text().then(
        () => false,
        () => true,
      ),
    );
  }

  /** Picks the radio button whose label matches. */
  async pickRadio(label: RegExp): Promise<void> {
    await this.until(`a radio button ${label}`, () => this.run(pickLabelled, label.source));
  }

  /** Writes into the field of that label, in place of what stands there; in a list, chooses the entry of that value. */
  async fill(label: string, value: string): Promise<void> {
    await this.until(`a field “${label}”`, () => this.run(fillLabelled, { label, value }));
  }

  /** Waits until the visible text matches. @returns The text. */
  async untilText(pattern: RegExp, patienceMs = PATIENCE_MS): Promise<string> {
    let text = "";
    const isThere = async () => {
      text = await this.text();
      return pattern.test(text);
    };
    await this.until(`text ${pattern}`, isThere, patienceMs).catch((error) => {
      if (error instanceof ViewGone) throw error;
      throw new Error(`${error.message}; the page says:\n${text}`);
    });
    return text;
  }

  async until(what: string, isSo: () => Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
    const start = Date.now();
    while (!(await isSo())) {
      if (Date.now() - start > patienceMs) throw new Error(`waited ${patienceMs} ms for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

/** Runs in the page. */
function pickLabelled(label: string): boolean {
  const radios = document.querySelectorAll<HTMLInputElement>("input[type=radio]");
  const found = Array.from(radios).find((radio) =>
    Array.from(radio.labels ?? []).some(({ textContent }) => new RegExp(label).test(textContent ?? "")),
  );
  found?.click();
  return found !== undefined;
}

/** Runs in the page. False where there is no checkbox of that label. */
function toggleLabelled(label: string): boolean {
  const boxes = document.querySelectorAll<HTMLInputElement>("input[type=checkbox], input[type=radio]");
  const found = Array.from(boxes).find(({ labels }) => labels?.[0]?.textContent?.trim() === label);
  found?.click();
  return found !== undefined;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Runs in the page. */
function fillLabelled({ label, value }: { label: string; value: string }): boolean {
  const found = Array.from(document.querySelectorAll<Field>("input, textarea, select")).find((field) =>
    Array.from(field.labels ?? []).some(({ textContent }) => textContent?.trim() === label),
  );
  if (found === undefined) return false;
  found.value = value;
  for (const name of ["input", "change"]) found.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}

/**
 * Runs in the page. Presses the first pressable thing whose accessible name is exactly this, or only looks where it stands.
 * @returns The middle of it, brought into view; false where there is none.
 */
function pressNamed({ name, how }: { name: string; how: "press" | "look" }): Place | false {
  const nameOf = (element: Element) => {
    const labelled = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
    const byId = labelled.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return (element.getAttribute("aria-label") ?? (byId || element.textContent) ?? "").replace(/\s+/g, " ").trim();
  };
  const pressable = document.querySelectorAll<HTMLElement>("button, a[href], summary, [role=button]");
  const found = Array.from(pressable).find(
    (element) => nameOf(element) === name && element.checkVisibility() && !element.matches(":disabled"),
  );
  if (found === undefined) return false;
  if (how === "look") found.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = found.getBoundingClientRect();
  if (how === "press") found.click();
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}
