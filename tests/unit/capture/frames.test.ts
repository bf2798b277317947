// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { frameAddresses, MAX_FRAMES_LISTED } from "@/src/capture/page-side/frames";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

function page(html: string): Element {
  const root = document.createElement("main");
  root.innerHTML = html;
  return root;
}

test("names each frame by its address, and one that was written into the page as what it is", () => {
  const root = page(
    `<iframe src="https://video.example/1"></iframe><p><iframe srcdoc="<p>hi" src="https://no.example/"></iframe>`,
  );
  expect(frameAddresses(root)).toEqual(["https://video.example/1", "about:srcdoc"]);
});

test("names the frames inside shadow roots too", () => {
  const root = page("<div></div>");
  const shadow = root.querySelector("div")!.attachShadow({ mode: "open" });
  shadow.innerHTML = `<iframe src="https://player.example/2"></iframe>`;
  expect(frameAddresses(root)).toEqual(["https://player.example/2"]);
});

test("a page full of frames is cut, and frames without address do not count", () => {
  const one = (n: number) => `<iframe></iframe><iframe src="https://ads.example/${n}"></iframe>`;
  const addresses = frameAddresses(page(Array.from({ length: 300 }, (_, n) => one(n)).join("")));
  expect(addresses).toHaveLength(MAX_FRAMES_LISTED);
  expect(addresses.at(-1)).toBe("https://ads.example/199");
});
