// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cover, leaveEverywhere, leaveTo, leaveWithOthers, setLeaveTo } from "@/src/ui/parts/leave";
import { TopBar } from "@/src/ui/parts/TopBar";
import { button, clear, draw, statuses } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

const onLeave = vi.fn();
beforeEach(async () => {
  vi.useFakeTimers();
  onLeave.mockReset();
  await draw(
    <>
      <TopBar nameLevel="h1" onLeave={onLeave} />
      <input />
    </>,
  );
});
afterEach(() => {
  clear();
  document.documentElement.className = "";
  document.body.replaceChildren();
  vi.useRealTimers();
});

const shift = (target: EventTarget = document.body) =>
  act(() => {
    target.dispatchEvent(new KeyboardEvent("keyup", { key: "Shift", bubbles: true }));
  });

test("the first tab stop is a link that leaves; the button leaves too", () => {
  const first = document.querySelector<HTMLElement>("a, button, input")!;
  expect(first.textContent).toBe("Leave this page now");
  first.click();
  button("Leave now").click();
  expect(onLeave).toHaveBeenCalledTimes(2);
});

test("Shift three times leaves, from a field too", async () => {
  const field = document.querySelector("input")!;
  for (let press = 0; press < 3; press++) await shift(field);
  expect(onLeave).toHaveBeenCalledOnce();
});

test("says after each press how many more there are, and when they were let go", async () => {
  await shift();
  expect(statuses()).toEqual(["Shift: press 2 more times to leave."]);
  await shift();
  expect(statuses()).toEqual(["Shift: press 1 more time to leave."]);
  expect(document.querySelector(".leave-dots")!.getAttribute("aria-hidden")).toBe("true");
  await act(() => void vi.advanceTimersByTime(5001));
  expect(statuses()).toEqual(["Leaving with Shift was let go."]);
  await act(() => void vi.advanceTimersByTime(5001));
  expect(statuses()).toEqual([]);
  expect(onLeave).not.toHaveBeenCalled();
});

test("says nothing while someone types", async () => {
  await act(() => void document.body.dispatchEvent(new KeyboardEvent("keyup", { key: "a", bubbles: true })));
  expect(statuses()).toEqual([]);
});

test("covers the page before it goes", () => {
  let wasCovered = false;
  leaveEverywhere(() => {
    wasCovered = document.documentElement.classList.contains("left");
  });
  expect(wasCovered).toBe(true);
});

test("says “Loading” while leaving, as any page would", () => {
  cover();
  expect(document.querySelector('[role="alert"]')!.textContent).toBe("Loading");
});

test("the link leads where leaving goes, also to a site that the user chose", async () => {
  expect(leaveTo()).toBe("https://www.google.com/");
  setLeaveTo("https://weather.example/");
  await draw(<TopBar nameLevel="h1" onLeave={onLeave} />);
  expect(document.querySelector("a")!.getAttribute("href")).toBe("https://weather.example/");
  setLeaveTo("https://www.google.com/");
});

test("a page that the browser brings back from memory is loaded anew, where it was left covered", () => {
  const reload = vi.spyOn(location, "reload").mockImplementation(() => {});
  leaveWithOthers(() => {});
  const back = () => window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  back();
  expect(reload).not.toHaveBeenCalled();
  cover();
  back();
  expect(reload).toHaveBeenCalledOnce();
});
