// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import type { CustodyEntry } from "@/src/model/custody";
import { AUTHORITIES } from "@/src/timestamp/roots";
import { History } from "@/src/ui/library/History";
import { history } from "@/tools/screens/samples";
import { clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const stampOf = (root: string): CustodyEntry => ({
  ...history[0]!,
  event: "stamp",
  detail: { time: "2026-11-21T03:12:07.000Z", policy: "1.2.3", serial: "01", root },
});

test("a stamp of a listed authority shows by when the item existed", async () => {
  await draw(<History history={[stampOf(AUTHORITIES[0]!.rootSha256)]} />);
  expect(document.body.textContent).toContain("Time stamp: existed by");
  expect(document.body.textContent).not.toContain("does not know");
});

test("a stamp that anybody may have made is told with the doubt first, and its root to be compared", async () => {
  await draw(<History history={[stampOf("ab".repeat(32))]} />);
  const said = document.body.textContent!;
  expect(said).not.toContain("existed by");
  expect(said).toContain("A stamp by somebody this program does not know says");
  expect(said).toContain("ab".repeat(32));
});
