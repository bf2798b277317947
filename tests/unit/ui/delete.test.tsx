// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { VaultFailure } from "@/src/model/errors";
import { DeleteItem } from "@/src/ui/library/DeleteItem";
import { Library } from "@/src/ui/library/Library";
import type { LibraryCalls } from "@/src/ui/library/library-calls";
import { WipeAll } from "@/src/ui/library/WipeAll";
import { button, buttons, clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const press = (name: string) => act(async () => button(name).click());
const alerts = () => [...document.querySelectorAll('[role="alert"]')].map((one) => one.textContent).join("");
const typed = (word: string) =>
  act(async () => {
    document.querySelector<HTMLInputElement>("input.input[type=text]")!.value = word;
    document.querySelector<HTMLButtonElement>("button[type=submit].button:not(.button-main)")!.click();
  });

describe("deleting an item", () => {
  test("says what it means before it is done, and the focus is on keeping it", async () => {
    const onDelete = vi.fn(async () => null);
    await draw(<DeleteItem exhibit={2} onDelete={onDelete} />);
    await press("Delete this item");
    expect(document.body.textContent).toMatch(/cannot be undone[\s\S]*number is not used again/);
    expect(document.activeElement).toBe(button("Keep it"));
    await press("Keep it");
    expect(onDelete).not.toHaveBeenCalled();
    await press("Delete this item");
    await press("Delete EX-002");
    expect(onDelete).toHaveBeenCalledOnce();
  });

  test("says that it was not deleted, and why", async () => {
    await draw(<DeleteItem exhibit={2} onDelete={async (): Promise<VaultFailure> => "full"} />);
    await press("Delete this item");
    await press("Delete EX-002");
    expect(alerts()).toMatch(/was not deleted[\s\S]*not enough space/);
  });
});

describe("deleting everything", () => {
  test("takes two presses and the word, and nothing less", async () => {
    const onWipe = vi.fn(async () => true);
    await draw(<WipeAll onWipe={onWipe} />);
    await press("Delete everything");
    await typed("");
    await typed("delet");
    expect(onWipe).not.toHaveBeenCalled();
    expect(alerts()).toContain("Nothing was deleted");
    await typed(" Delete ");
    expect(onWipe).toHaveBeenCalledOnce();
  });

  test("is said to be not finished where something is left", async () => {
    await draw(<WipeAll onWipe={async () => false} />);
    await press("Delete everything");
    await typed("delete");
    expect(alerts()).toContain("It goes on when the browser starts the next time");
  });

  test("is offered while locked, and says nothing of what is kept", async () => {
    const calls = {} as LibraryCalls;
    const gate = { step: "locked", failure: null } as const;
    await draw(<Library gate={gate} state={null} check={{ step: "idle" }} help={null} calls={calls} verifyHref="" />);
    expect(buttons()).toContain("Delete everything");
    await press("Delete everything");
    expect(document.body.textContent).not.toMatch(/EX-|\d+ items?/);
  });
});
