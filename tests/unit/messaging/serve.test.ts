import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { MessageName } from "@/src/messaging/protocol";
import { send } from "@/src/messaging/send";
import { type Handlers, serve } from "@/src/messaging/serve";
import { CUSTODY_EVENTS } from "@/src/model/custody";
import { ok } from "@/src/model/result";
import { EXTENSION_ID, EXTENSION_ORIGIN, fake } from "@/tests/support/fake-browser";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

interface Sender {
  id?: string;
  url?: string;
  tab?: { id: number };
}

const OUR_PAGE: Sender = { id: EXTENSION_ID, url: `${EXTENSION_ORIGIN}/popup.html` };
const CASE = "6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10";
const DIGEST = `sha256:${"a".repeat(64)}`;

let heard: [MessageName, unknown][];
beforeEach(() => {
  fake.reset();
  heard = [];
  const hear = (name: MessageName) => async (request: unknown) => {
    heard.push([name, request]);
    return ok(null);
  };
  const names: MessageName[] = ["page.inspect", "capture.start", "capture.stop", "custody.append"];
  serve(Object.fromEntries(names.map((name) => [name, hear(name)])) as unknown as Handlers);
});

/** What the background does with one message: replies, refuses or says nothing. */
async function say(message: unknown, sender: Sender = OUR_PAGE): Promise<unknown> {
  const [answer] = fake.onMessage.emit(message, sender);
  if (answer === undefined) return "unanswered";
  return (answer as Promise<unknown>).catch((error: Error) => `refused: ${error.message}`);
}

const tab = (name: string, tabId: unknown = 7) => ({
  name,
  request: name === "capture.start" ? { tabId, pictures: "as shown", scope: null } : { tabId },
});
const append = (act: object = {}, more: object = {}) => ({
  name: "custody.append",
  request: { caseId: CASE, act: { event: "export", item: null, digest: null, detail: {}, ...act }, ...more },
});

const GOOD: [string, { name: string; request: unknown }][] = [
  ["a look at the page", tab("page.inspect")],
  ["the start of a capture", tab("capture.start", 0)],
  ["a stop", tab("capture.stop")],
  ["an act", append()],
  [
    "an act on an item, with a digest and details",
    append({ item: CASE, digest: DIGEST, detail: { a: "x", b: 1, c: true, d: null } }),
  ],
];

describe("our own pages are answered", () => {
  test.each(GOOD)("for %s", async (_what, message) => {
    expect(await say(message)).toEqual({ ok: true, value: null });
    expect(heard).toEqual([[message.name, message.request]]);
  });

  test.each([
    ["the popup", OUR_PAGE],
    [
      "the library, which has a tab too",
      { id: EXTENSION_ID, url: `${EXTENSION_ORIGIN}/library.html#/a`, tab: { id: 3 } },
    ],
  ])("when they are %s", async (_who, sender) => {
    expect(await say(tab("page.inspect"), sender)).toEqual({ ok: true, value: null });
  });

  test("for every kind of act there is", async () => {
    for (const event of CUSTODY_EVENTS) expect(await say(append({ event }))).toEqual({ ok: true, value: null });
    expect(heard).toHaveLength(CUSTODY_EVENTS.length);
  });

  test("in the words that `send` uses", async () => {
    const said = await send("capture.start", { tabId: 7, pictures: "covered", scope: "view" });
    expect(await say(said)).toEqual({ ok: true, value: null });
  });
});

describe("nobody else is answered, and no handler runs", () => {
  const others: [string, Sender][] = [
    ["our content script in a page", { id: EXTENSION_ID, url: "https://example.com/", tab: { id: 7 } }],
    ["our content script in a blank frame", { id: EXTENSION_ID, url: "about:blank", tab: { id: 7 } }],
    ["our content script without an address", { id: EXTENSION_ID, tab: { id: 7 } }],
    [
      "another extension",
      { id: "ponmlkjihgfedcbaponmlkjihgfedcba", url: "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/a.html" },
    ],
    ["another extension that names our address", { id: "ponmlkjihgfedcbaponmlkjihgfedcba", url: OUR_PAGE.url! }],
    ["somebody without an id", { url: OUR_PAGE.url! }],
    ["a host that only begins like us", { id: EXTENSION_ID, url: `${EXTENSION_ORIGIN}x.example/popup.html` }],
    ["our address with a user name", { id: EXTENSION_ID, url: `${EXTENSION_ORIGIN}@example.com/` }],
    ["our address inside another", { id: EXTENSION_ID, url: `https://example.com/?${EXTENSION_ORIGIN}/popup.html` }],
    ["a blob of our origin", { id: EXTENSION_ID, url: `blob:${EXTENSION_ORIGIN}/1` }],
    ["our address in capitals", { id: EXTENSION_ID, url: OUR_PAGE.url!.toUpperCase() }],
  ];
  test.each(others)("%s", async (_who, sender) => {
    for (const [, message] of GOOD) expect(await say(message, sender)).toBe("unanswered");
    expect(heard).toEqual([]);
  });
});

describe("a request of the wrong shape is refused, and no handler runs", () => {
  const wrong: [string, unknown][] = [
    ["no tab", { name: "page.inspect", request: {} }],
    ["a tab that is a text", tab("capture.start", "7")],
    ["half a tab", tab("capture.start", 7.5)],
    ["a tab below nothing", tab("capture.stop", -1)],
    ["a tab that is no number", tab("capture.stop", Number.NaN)],
    [
      "something more than a tab",
      { name: "capture.start", request: { tabId: 7, pictures: "covered", scope: "page", url: "https://example.com/" } },
    ],
    ["pictures that are neither", { name: "capture.start", request: { tabId: 7, pictures: "half", scope: "page" } }],
    ["a scope that is none", { name: "capture.start", request: { tabId: 7, pictures: "covered", scope: "half" } }],
    ["a list", { name: "capture.start", request: [7] }],
    ["an event that is not on the list", append({ event: "forget" })],
    ["a case that is no id", { name: "custody.append", request: { ...append().request, caseId: "x" } }],
    ["an item that is no id", append({ item: "EX-001" })],
    ["a digest without its name", append({ digest: "a".repeat(64) })],
    ["a digest in capitals", append({ digest: `sha256:${"A".repeat(64)}` })],
    ["a digest that is too long", append({ digest: `${DIGEST}a` })],
    ["a digest of two lines", append({ digest: `${DIGEST}\n` })],
    ["a detail that is a tree", append({ detail: { a: { b: 1 } } })],
    ["a detail that is a list", append({ detail: { a: [1] } })],
    ["a detail of great length", append({ detail: { a: "x".repeat(2001) } })],
    ["a detail with a long name", append({ detail: { ["x".repeat(61)]: 1 } })],
    [
      "more details than an act has",
      append({ detail: Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`d${n}`, n])) }),
    ],
    ["a detail without a value in JSON", append({ detail: { a: Number.POSITIVE_INFINITY } })],
    ["an act with a time of its own", append({ utc: "2020-01-01T00:00:00.000Z" })],
    ["an act with an author of its own", append({ actor: "survivor" })],
    ["something beside the act", append({}, { seq: 0 })],
  ];
  test.each(wrong)("%s", async (_what, message) => {
    expect(await say(message)).toMatch(/^refused: malformed request/);
    expect(heard).toEqual([]);
  });
});

describe("what is not a message of ours is left unanswered", () => {
  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "page.inspect"],
    ["a name alone", { name: "page.inspect" }],
    ["a list", ["page.inspect", { tabId: 7 }]],
    ["a name that is not said here", tab("vault.read")],
    ["a name that every object has", tab("constructor")],
    ["a name that is a list", { name: ["page.inspect"], request: { tabId: 7 } }],
    ["a message with something more", { ...tab("page.inspect"), from: "popup" }],
    ["what the background asks the page side", { tidemark: "look" }],
  ])("%s", async (_what, message) => {
    expect(await say(message)).toBe("unanswered");
    expect(heard).toEqual([]);
  });
});

test("no made-up message from anybody runs a handler, whoever says it", async () => {
  const name = fc.oneof(fc.constantFrom(...GOOD.map(([, message]) => message.name)), fc.string());
  const part = fc.oneof(
    fc.anything(),
    fc.record({ tabId: fc.oneof(fc.string(), fc.double({ noInteger: true }), fc.anything()) }),
    fc.record({ caseId: fc.string(), act: fc.anything() }),
    fc.record({
      caseId: fc.constant(CASE),
      act: fc.record({ event: fc.string(), item: fc.anything(), digest: fc.anything(), detail: fc.anything() }),
    }),
  );
  const message = fc.oneof(
    fc.anything(),
    fc.record({ name, request: part }),
    fc.record({ name, request: part, more: fc.anything() }),
  );
  const isGood = (each: unknown): boolean => {
    const { tabId } = ((each as { request?: unknown })?.request ?? {}) as { tabId?: unknown };
    return Number.isInteger(tabId) && (tabId as number) >= 0;
  };
  await fc.assert(
    fc.asyncProperty(
      message.filter((each) => !isGood(each)),
      async (made) => {
        expect(await say(made)).toMatch(/^(unanswered|refused)/);
        expect(heard).toEqual([]);
      },
    ),
    { numRuns: 2000 },
  );
  const sender = fc.record({
    id: fc.oneof(fc.constant(EXTENSION_ID), fc.string()),
    url: fc.oneof(fc.webUrl(), fc.string()),
  });
  await fc.assert(
    fc.asyncProperty(sender, async (someone) => {
      expect(await say(GOOD[0]![1], someone)).toBe("unanswered");
      expect(heard).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
