import type { ComponentChild } from "preact";
import { render } from "preact";
import { act } from "preact/test-utils";

/** Draws into the test's document; drawing again changes what is there, as on a page. */
export async function draw(what: ComponentChild): Promise<void> {
  await act(() => render(what, document.body));
}

export function clear(): void {
  render(null, document.body);
}

/** The accessible name of a control of ours: its label, or its own words. */
function nameOf(element: Element): string {
  return (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();
}

export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll("button")].filter((one) => nameOf(one) === name);
  if (found.length !== 1) throw new Error(`${found.length} buttons named “${name}”`);
  return found[0]!;
}

export function buttons(): string[] {
  return [...document.querySelectorAll("button")].map(nameOf);
}

export function links(): string[] {
  return [...document.querySelectorAll("a")].map(nameOf);
}

/** What the live regions say. */
export function statuses(): string[] {
  return [...document.querySelectorAll('[role="status"]')]
    .map((region) => (region.textContent ?? "").trim())
    .filter(Boolean);
}
