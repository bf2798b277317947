import { beforeEach, describe, expect, test, vi } from "vitest";
import { storeHtml, takeHtml } from "@/src/capture/page-html";
import { PageLink } from "@/src/capture/page-link";
import type { ExhibitSink } from "@/src/capture/store";
import { digestsOf } from "@/src/model/digest";
import { fake } from "@/tests/support/fake-browser";
import { FakePage, GEOMETRY, TAB } from "@/tests/support/fake-page";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

let page: FakePage;
let injected: object[];
beforeEach(() => {
  fake.reset();
  page = new FakePage();
  injected = [];
  fake.inject = async (where) => void injected.push(where);
});

describe("opening the line to a page", () => {
  test("puts our script there once, and not again where it is", async () => {
    const { pageSide } = fake;
    fake.pageSide = async () => Promise.reject(new Error("Receiving end does not exist."));
    fake.inject = async (where) => {
      injected.push(where);
      fake.pageSide = pageSide;
    };
    await PageLink.open(TAB);
    await PageLink.open(TAB);
    expect(injected).toEqual([{ target: { tabId: TAB }, files: ["/capture.js"] }]);
  });

  test.each([
    ["chrome://settings/", "pageForbidden"],
    ["https://addons.mozilla.org/", "pageForbidden"],
    [undefined, "pageForbidden"],
  ])("to %s is refused without trying", async (url, code) => {
    page.tab.url = url;
    await expect(PageLink.open(TAB)).rejects.toMatchObject({ code });
    expect(page.asked).toEqual([]);
    expect(injected).toEqual([]);
  });

  test.each([
    ["file:///home/kim/a.html", "fileNoAccess"],
    ["https://example.com/a.pdf", "pdfViewer"],
    ["https://example.com/", "noPermission"],
  ])("to %s says why the browser let nobody in", async (url, code) => {
    page.tab.url = url;
    fake.pageSide = async () => Promise.reject(new Error("Receiving end does not exist."));
    fake.inject = async () => Promise.reject(new Error("Cannot access contents of the page."));
    await expect(PageLink.open(TAB)).rejects.toMatchObject({ code });
  });

  test("to a PDF that the browser lets us into all the same is refused", async () => {
    page.contentType = "application/pdf";
    await expect(PageLink.open(TAB)).rejects.toMatchObject({ code: "pdfViewer" });
  });

  test("to a tab that is gone says so", async () => {
    await expect(PageLink.open(99)).rejects.toMatchObject({ code: "tabClosed" });
  });
});

describe("an answer", () => {
  test("of the agreed shape is handed on", async () => {
    expect(await (await PageLink.open(TAB)).ask("look", { drawn: false })).toEqual(GEOMETRY);
  });

  test("of another shape is no answer", async () => {
    const link = await PageLink.open(TAB);
    for (const answer of [undefined, null, {}, { ...GEOMETRY, dpr: "1" }, { ...GEOMETRY, more: 1 }]) {
      fake.pageSide = async () => answer;
      await expect(link.ask("look", { drawn: false })).rejects.toMatchObject({ code: "pageNotAnswering" });
    }
  });

  test("that never comes is not waited for longer than 15 seconds", async () => {
    const link = await PageLink.open(TAB);
    fake.pageSide = () => new Promise(() => {});
    vi.useFakeTimers();
    try {
      const asked = expect(link.ask("look", { drawn: false })).rejects.toMatchObject({ code: "pageNotAnswering" });
      await vi.advanceTimersByTimeAsync(15_000);
      await asked;
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    ["the document is another one", "pageChanged", () => {}],
    ["the tab was closed", "tabClosed", () => fake.tabs.clear()],
  ] as const)("that nobody is there to give says that %s", async (_what, code, disturb) => {
    const link = await PageLink.open(TAB);
    fake.pageSide = async () => Promise.reject(new Error("Receiving end does not exist."));
    disturb();
    await expect(link.ask("look", { drawn: false })).rejects.toMatchObject({ code });
  });
});

describe("the page's HTML", () => {
  const { sink, written } = memorySink();

  test("is joined from its parts, unpacked and stored as text that nobody runs by a double click", async () => {
    const html = `<!doctype html><p>${"long ".repeat(10_000)}</p>`;
    const base64 = Buffer.from(await gzip(html)).toString("base64");
    const cut = 4 * Math.floor(base64.length / 12);
    const parts = [base64.slice(0, cut), base64.slice(cut, 2 * cut), base64.slice(2 * cut)];
    const asked: number[] = [];
    fake.pageSide = async (ask) => {
      const { part } = ask as unknown as { part: number };
      asked.push(part);
      return { parts: 3, base64: parts[part] };
    };
    fake.tabs.get(TAB)!.active = true;
    const file = await storeHtml(sink, await takeHtml(await openQuietly(), true, false));
    expect(asked).toEqual([0, 1, 2]);
    expect(file).toMatchObject({ path: "original/page.dom.html.txt", role: "original", mime: "text/html" });
    expect(new TextDecoder().decode(written.get(file.path))).toBe(html);
  });

  test("that is cut short or no gzip is refused", async () => {
    const whole = await gzip("<p>hi</p>".repeat(100));
    for (const bytes of [whole.slice(0, -9), new TextEncoder().encode("<p>no gzip</p>")]) {
      fake.pageSide = async () => ({ parts: 1, base64: Buffer.from(bytes).toString("base64") });
      const taken = takeHtml(await openQuietly(), true, false);
      await expect(taken.then((gzip) => storeHtml(sink, gzip))).rejects.toThrow();
    }
  });

  /** A link whose page side is already there, whatever it answers. */
  async function openQuietly(): Promise<PageLink> {
    const { pageSide } = fake;
    new FakePage();
    const link = await PageLink.open(TAB);
    fake.pageSide = pageSide;
    return link;
  }
});

async function gzip(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function memorySink(): { sink: ExhibitSink; written: Map<string, Uint8Array<ArrayBuffer>> } {
  const written = new Map<string, Uint8Array<ArrayBuffer>>();
  const sink: ExhibitSink = {
    file: (about) => {
      const pieces: Uint8Array[] = [];
      return {
        write: async (piece) => void pieces.push(piece),
        close: async () => {
          const bytes = new Uint8Array(Buffer.concat(pieces));
          written.set(about.path, bytes);
          return { ...about, ...(await digestsOf(bytes)), complete: true };
        },
      };
    },
  };
  return { sink, written };
}
