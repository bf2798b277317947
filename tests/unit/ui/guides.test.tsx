// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import messages from "@/public/_locales/en/messages.json";
import { GuidePage } from "@/src/ui/guides/GuidePage";
import { GUIDES, guideAt, guideHref } from "@/src/ui/guides/guides";
import { button, clear, draw } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const keys = GUIDES.flatMap(({ title, parts, links = [] }) => [
  title,
  ...parts.flatMap(({ heading, lines }) => [...lines, ...(heading ? [heading] : [])]),
  ...links.map(({ note }) => note),
]);

test("every sentence of a guide stands in exactly one place, and none is forgotten", () => {
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(messages).filter((key) => key.startsWith("guide_") && !keys.includes(key as never))).toEqual([]);
});

test("each has an address of its own; an unknown one leads to the list, another section's to none", () => {
  for (const guide of GUIDES) expect(guideAt(guideHref(guide.id))).toBe(guide);
  expect(guideAt("#/help/guides/nothing-of-the-kind")).toBe("list");
  expect(guideAt("#/help")).toBeNull();
});

test("services are linked over https only, and opened without telling where from", async () => {
  for (const guide of GUIDES.filter(({ links }) => links)) {
    await draw(<GuidePage guide={guide} title={null} onCopy={async () => {}} onPrint={() => {}} />);
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href^=http]")) {
      expect(link.href).toMatch(/^https:/);
      expect(link.rel).toContain("noreferrer");
    }
  }
});

test("the sentence for friends is copied as it stands, and holds no link", async () => {
  const copied = vi.fn(async () => {});
  const guide = GUIDES.find(({ id }) => id === "bystander")!;
  await draw(<GuidePage guide={guide} title={null} onCopy={copied} onPrint={() => {}} />);
  button("Copy").click();
  expect(copied).toHaveBeenCalledWith(expect.stringContaining("Please do not look for it"));
  expect(copied).not.toHaveBeenCalledWith(expect.stringMatching(/https?:|www\.|\.com/));
});
