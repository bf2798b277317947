import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { PageLink } from "@/src/capture/page-link";
import { type GiveMhtml, WholePageFile } from "@/src/capture/whole-page/whole-page";
import { fake } from "@/tests/support/fake-browser";
import { FakePage, GEOMETRY, PAGE_URL, TAB } from "@/tests/support/fake-page";
import { chromiumMhtml, partsOf } from "@/tests/support/mhtml";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const PICTURE = "https://example.com/a.png";
const RAW = chromiumMhtml([
  { type: "text/html", location: PAGE_URL, body: "<p>raw</p>" },
  { type: "image/png", location: PICTURE, body: Uint8Array.of(1, 2, 3) },
]);
const ABOUT = { url: PAGE_URL, title: "A post", utc: "2026-11-21T06:44:42.000Z" };

let written: Map<string, Uint8Array>;
let page: FakePage;
beforeEach(() => {
  fake.reset();
  written = new Map();
  page = new FakePage();
});

/** The page side also tells what belongs into the file. */
function answering(html: string): void {
  const { pageSide } = fake;
  fake.pageSide = async (ask) => {
    if (ask.tidemark === "resources") return { addresses: [PICTURE], kept: [], typed: [] };
    if (ask.tidemark === "wholePage") return { parts: 1, base64: gzipSync(html).toString("base64") };
    return pageSide(ask);
  };
}

const sink = {
  file: (about: { path: string }) => {
    const pieces: Uint8Array[] = [];
    return {
      write: async (piece: Uint8Array) => void pieces.push(piece.slice()),
      close: async () => {
        written.set(about.path, Buffer.concat(pieces));
        return { ...about, bytes: 0, sha256: "" as never, sha512: "" as never, complete: true } as never;
      },
    };
  },
};

async function taken(give: GiveMhtml, signal = new AbortController().signal, meanwhile: () => void = () => {}) {
  const file = await WholePageFile.begin(await PageLink.open(TAB), give);
  meanwhile();
  return file.store(ABOUT, sink, signal);
}

const given: GiveMhtml = async () => new Blob([RAW]);

describe("a whole-page file", () => {
  test("is written of the cleaned page and the browser's parts, once all of it is at hand", async () => {
    answering("<p>clean</p>");
    const { wholePage, missing } = await taken(given);
    expect(missing).toEqual([]);
    expect(wholePage).toMatchObject({ file: "derived/page.mhtml", parts: 1 });
    const parts = partsOf(written.get("derived/page.mhtml")!);
    expect(parts.map(({ bytes }) => bytes.toString("latin1"))).toEqual(["<p>clean</p>", "\x01\x02\x03"]);
  });

  test.each<[string, GiveMhtml, string]>([
    ["gives none", () => Promise.reject(new Error("no")), "fileNotGiven"],
    ["gives one that is cut off", async () => new Blob([RAW.slice(0, -9)]), "fileNotGiven"],
    [
      "gives one that is too large",
      async () => Object.defineProperty(new Blob([RAW]), "size", { value: 101 << 20 }),
      "fileTooLarge",
    ],
  ])("is left out, and that is said, when the browser %s", async (_what, give, why) => {
    answering("<p>clean</p>");
    expect(await taken(give)).toEqual({ missing: [{ what: "whole-page-file", why }] });
    expect(written.size).toBe(0);
  });

  test.each([{ documentToken: "0".repeat(32) }, { entriesSeen: 1 }])(
    "is left out when the tab shows another page by then: %j",
    async (change) => {
      answering("<p>clean</p>");
      const other = () => {
        page.geometry = { ...GEOMETRY, ...change };
      };
      expect((await taken(given, undefined, other)).missing).toEqual([
        { what: "whole-page-file", why: "fileNotGiven" },
      ]);
      expect(written.size).toBe(0);
    },
  );

  test("is left out when the page side does not tell what belongs into it", async () => {
    expect((await taken(given)).missing).toEqual([{ what: "whole-page-file", why: "fileNotGiven" }]);
  });

  test("is left out when the user stopped", async () => {
    answering("<p>clean</p>");
    const give = vi.fn(given);
    expect((await taken(give, AbortSignal.abort())).missing).toEqual([{ what: "whole-page-file", why: "stopped" }]);
    expect(give).not.toHaveBeenCalled();
  });

  test("ends no capture but one whose bytes cannot be stored", async () => {
    answering("<p>clean</p>");
    const full = { file: () => ({ write: () => Promise.reject(new Error("full")), close: async () => ({}) as never }) };
    const file = await WholePageFile.begin(await PageLink.open(TAB), given);
    await expect(file.store(ABOUT, full, new AbortController().signal)).rejects.toThrow("full");
  });
});
