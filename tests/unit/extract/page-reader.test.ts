// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { PageReader } from "@/src/extract/page-reader";
import type { Click } from "@/src/model/thread";

const post = (name: string, id: number) =>
  `<article data-testid="tweet"><div data-testid="User-Name"><a href="/${name}">${name}</a><a href="/${name}">@${name}</a>
   <a href="https://x.com/${name}/status/${id}"><time datetime="2024-05-06T05:08:09.000Z">2h</time></a></div>
   <div data-testid="tweetText">Words of ${name}.</div><a href="https://walks.example/">a card</a>
   <img src="https://walks.example/${name}.png"></article>`;
const HOME = "https://x.com/home";
const NOTHING: Click = { linkUrl: null, srcUrl: null, selectionText: null };
const OPTIONS = { withThread: false, capturedAt: "2026-01-10T12:00:00Z", zone: "UTC" };

let url: string;
let reader: PageReader;
/** Top and bottom of each post in the window, by its author. */
let places: Record<string, [number, number]>;

beforeEach(() => {
  url = HOME;
  document.body.innerHTML = `${post("ada", 11)}${post("bo", 12)}${post("kim", 13)}<footer tabindex="0">End</footer>`;
  places = { ada: [-100, 250], bo: [250, 500], kim: [500, 800] };
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const [top, bottom] = places[this.querySelector("a")?.textContent ?? ""] ?? [0, 0];
    return { top, bottom } as DOMRect;
  });
  Object.assign(window, { innerHeight: 720, innerWidth: 1280 });
  (document.activeElement as HTMLElement | null)?.blur();
  getSelection()?.removeAllRanges();
  document.elementFromPoint = () => wordsOf("bo");
  reader = new PageReader(document, () => url);
});

const wordsOf = (name: string) =>
  [...document.querySelectorAll('[data-testid="tweetText"]')].find((one) => one.textContent?.includes(name))!;
const postOf = (name: string) => wordsOf(name).closest<HTMLElement>("article")!;
const caretIn = (name: string) => getSelection()!.collapse(wordsOf(name).firstChild, 1);
const clicked = (click: Partial<Click>) => {
  reader.point({ ...NOTHING, ...click });
  const { facts, chosenBy, candidates } = reader.read(OPTIONS);
  return [facts.handle, chosenBy, candidates.length];
};
const ASKED = [null, null, 3];

test("finds the post by the link that was right-clicked, though the caret was left in another one", () => {
  caretIn("ada");
  expect(clicked({ linkUrl: "https://x.com/kim/status/13" })).toEqual(["kim", "pointed", 0]);
});

test("does not go by the caret where a link or a picture was clicked that is not found", () => {
  caretIn("ada");
  expect(clicked({ linkUrl: "https://elsewhere.example/" })).toEqual(ASKED);
  expect(clicked({ srcUrl: "https://elsewhere.example/a.png" })).toEqual(ASKED);
});

test("finds the post by the picture that was right-clicked", () => {
  expect(clicked({ srcUrl: "https://walks.example/bo.png" })).toEqual(["bo", "pointed", 0]);
});

test("tells by the focus which of several equal links it was, and asks where it cannot", () => {
  expect(clicked({ linkUrl: "https://walks.example/" })).toEqual(ASKED);
  postOf("kim").querySelector<HTMLElement>('a[href="https://walks.example/"]')!.focus();
  expect(clicked({ linkUrl: "https://walks.example/" })).toEqual(["kim", "pointed", 0]);
});

test("finds the post by the words that were selected, and asks where they go over two posts", () => {
  getSelection()!.setBaseAndExtent(wordsOf("kim").firstChild!, 0, wordsOf("kim").firstChild!, 5);
  expect(clicked({ selectionText: "Words" })).toEqual(["kim", "pointed", 0]);
  getSelection()!.setBaseAndExtent(wordsOf("ada").firstChild!, 0, wordsOf("kim").firstChild!, 5);
  expect(clicked({ selectionText: "Words of ada." })).toEqual(ASKED);
});

test("finds the post by where the press put the caret, or the focus", () => {
  caretIn("kim");
  expect(clicked({})).toEqual(["kim", "pointed", 0]);
  postOf("bo").tabIndex = 0;
  postOf("bo").focus();
  expect(clicked({})).toEqual(["bo", "pointed", 0]);
});

test("asks where the caret is left in a post that is out of sight, or under no pointer", () => {
  caretIn("ada");
  places.ada = [-400, -50];
  expect(clicked({})).toEqual(ASKED);
  places.ada = [0, 100];
  vi.spyOn(document, "querySelectorAll").mockImplementationOnce(() => [wordsOf("kim")] as never);
  expect(clicked({})).not.toContain("ada");
});

test("asks where nothing was left behind, and where the click was beside all posts", () => {
  expect(clicked({})).toEqual(ASKED);
  document.querySelector("footer")!.focus();
  expect(clicked({})).toEqual(ASKED);
});

test("gives way to the address", () => {
  url = "https://x.com/ada/status/11";
  expect(clicked({ linkUrl: "https://x.com/kim/status/13" })).toEqual(["ada", "address", 0]);
});

test("takes the post in the middle only where it shows far more of itself than any other", () => {
  expect(reader.read(OPTIONS).facts.handle).toBeNull();
  places = { ada: [-300, 100], bo: [100, 620], kim: [620, 900] };
  const { facts, chosenBy, candidates } = reader.read(OPTIONS);
  expect([facts.handle, chosenBy, candidates.length]).toEqual(["bo", "middle", 3]);
});

test("takes the post that the user chose, or none, whatever is in the middle", () => {
  places = { ada: [-300, 100], bo: [100, 620], kim: [620, 900] };
  reader.choose(2);
  expect(reader.read(OPTIONS)).toMatchObject({ facts: { handle: "kim" }, chosenBy: "chosen", candidates: [] });
  reader.choose(null);
  expect(reader.read(OPTIONS)).toMatchObject({ facts: { handle: null }, chosenBy: null });
  reader.forget();
  expect(reader.read(OPTIONS).facts.handle).toBe("bo");
});

test("gives no facts when another post was put into the place of the one chosen", () => {
  reader.choose(2);
  postOf("kim").outerHTML = post("lee", 14);
  expect(reader.read(OPTIONS).facts.handle).toBeNull();
  reader.choose(1);
  postOf("bo").innerHTML = postOf("lee").innerHTML;
  expect(reader.read(OPTIONS).facts.handle).toBeNull();
});

test("gives the list of posts only when asked, its counts always", () => {
  expect(reader.read(OPTIONS).thread).toMatchObject({ posts: [], shown: 3 });
  expect(reader.read({ ...OPTIONS, withThread: true }).thread.posts.map(({ handle }) => handle)).toEqual([
    "ada",
    "bo",
    "kim",
  ]);
});

test("survives a page that takes the names of the document's own members", () => {
  for (const name of ["querySelectorAll", "getSelection", "elementFromPoint", "defaultView"])
    document.body.insertAdjacentHTML("beforeend", `<form name="${name}"></form>`);
  Object.assign(document, { elementFromPoint: document.createElement("form") });
  reader.point({ ...NOTHING, linkUrl: "https://x.com/kim/status/13" });
  expect(() => reader.read(OPTIONS)).not.toThrow();
});
