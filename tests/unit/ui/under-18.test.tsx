// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AddressNote } from "@/src/model/note";
import { fail, ok } from "@/src/model/result";
import { keepTyped } from "@/src/ui/help/keep-typed";
import { Under18Page } from "@/src/ui/help/Under18Page";
import { KeepAddressOnly } from "@/src/ui/library/DeleteItem";
import { Addresses } from "@/src/ui/library/reports/Addresses";
import type { ReportsCalls } from "@/src/ui/library/reports/ReportsList";
import type { ReportsState } from "@/src/ui/library/reports/state";
import { speak } from "@/tools/screens/fake-browser";
import { reports as samples } from "@/tools/screens/report-samples";
import { button, clear, draw, links, statuses } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
beforeEach(() => speak("en"));
afterEach(clear);

const press = (name: string) => act(async () => button(name).click());
const alerts = () => [...document.querySelectorAll('[role="alert"]')].map((one) => one.textContent).join("");

async function type(place: number, value: string): Promise<void> {
  const field = document.querySelectorAll<HTMLInputElement>("input.input")[place]!;
  await act(async () => {
    field.value = value;
    field.dispatchEvent(new Event("input"));
  });
}

test("in help an address is kept without opening it, with what the user knows, and the right places are named", async () => {
  const keep = vi.fn(async (_: AddressNote) => ok(null));
  await draw(<Under18Page onKeepTyped={keepTyped(keep)} />);
  expect(links()).toEqual(expect.arrayContaining(["Take It Down", "CyberTipline"]));
  await type(0, " https://www.reddit.com/r/harbours/comments/1 ");
  await type(1, "made.up");
  await press("Keep the address only");
  expect(keep.mock.calls).toEqual([
    [
      {
        address: "https://www.reddit.com/r/harbours/comments/1",
        platform: "reddit",
        handle: "made.up",
        posted: null,
        why: "under-18-or-unsure",
      },
    ],
  ]);
  await vi.waitFor(() => expect(statuses().join("")).toContain("No picture was kept."));
});

test("what is no address of the web is said, and what was typed stays; so where it cannot be stored", async () => {
  await draw(<Under18Page onKeepTyped={keepTyped(async () => fail("full"))} />);
  await type(0, "my neighbour");
  await press("Keep the address only");
  await vi.waitFor(() => expect(alerts()).toContain("not an address of the web"));
  await type(0, "https://example.org/1");
  await press("Keep the address only");
  await vi.waitFor(() => expect(alerts()).toMatch(/still here[\s\S]*not enough space/));
  expect(document.querySelector("input")!.value).toBe("https://example.org/1");
});

test("an item is deleted for its address only after what that means was read, and the focus is on keeping it", async () => {
  const onDelete = vi.fn(async () => null);
  await draw(<KeepAddressOnly exhibit={2} onDelete={onDelete} />);
  await press("Keep only the address");
  expect(document.activeElement).toBe(button("Keep it"));
  expect(document.body.textContent).toMatch(/address, the account and the time stay/);
  await press("Delete EX-002 and keep its address");
  expect(onDelete).toHaveBeenCalledOnce();
});

test("deleting a kept address asks once first", async () => {
  const { addresses } = samples.reports as Extract<ReportsState, { step: "read" }>;
  const onRemoveReport = vi.fn();
  const calls = { onRemoveReport, onReportAddress: vi.fn() } as unknown as ReportsCalls;
  await draw(<Addresses addresses={addresses} calls={calls} />);
  await press(`Delete this address: ${addresses[0]!.body.address}`);
  expect(onRemoveReport).not.toHaveBeenCalled();
  await press("Delete this entry");
  expect(onRemoveReport).toHaveBeenCalledWith(addresses[0]);
});
