// @vitest-environment happy-dom
import { gunzipSync } from "node:zlib";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pageSide, type ReadingAnswers } from "@/src/capture/page-side/answer";
import { PageHtml } from "@/src/capture/page-side/html";
import { PageState } from "@/src/capture/page-side/restore";
import { PAGE_ANSWERS } from "@/src/messaging/page-answers";
import { emptyFacts } from "@/src/model/page-facts";
import { FakeLine } from "@/tests/support/fake-browser";
import { readingOf } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const root = document.documentElement;
const style = () => root.getAttribute("style");

/** An animation as far as the page side touches it. */
class FakeAnimation {
  readonly playbackRate = 1;
  currentTime = 200;
  effect: { target: Element; getComputedTiming: () => { endTime: number } } | null = null;
  constructor(
    public playState: string,
    private readonly onPlay: () => void = () => {},
  ) {}
  lasting(endTime: number, target: Element = document.body): this {
    this.effect = { target, getComputedTiming: () => ({ endTime }) };
    return this;
  }
  finish(): void {
    this.playState = "finished";
  }
  pause(): void {
    this.playState = "paused";
  }
  play(): void {
    this.onPlay();
    this.playState = "running";
  }
}
function standAt(scrollX: number, scrollY: number): void {
  Object.defineProperty(window, "scrollX", { value: scrollX, configurable: true });
  Object.defineProperty(window, "scrollY", { value: scrollY, configurable: true });
}

let animations: FakeAnimation[];
let scrolledTo: { left: number; top: number }[];

beforeEach(() => {
  root.removeAttribute("style");
  animations = [];
  scrolledTo = [];
  Object.assign(document, { getAnimations: () => animations, elementFromPoint: () => null });
  const images = () => Array.from(document.querySelectorAll("img"));
  Object.defineProperty(document, "images", { get: images, configurable: true });
  vi.spyOn(window, "scrollTo").mockImplementation(((to: { left: number; top: number }) => {
    scrolledTo.push(to);
    standAt(to.left, to.top);
  }) as never);
  standAt(0, 0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("putting the page back", () => {
  test.each([
    null,
    "",
    "color: red",
    "COLOR:red;;  background : url(a.png)",
    "translate: 10px 20px; --x: {a; b}",
    "scroll-behavior:smooth!important",
  ])("restores the root's style to the letter: %s", (before) => {
    if (before !== null) root.setAttribute("style", before);
    const state = new PageState();
    state.setStyle(root, "scroll-behavior", "auto");
    state.setStyle(root, "translate", "0px -720px");
    state.setStyle(root, "translate", "0px -1440px");
    expect(style()).not.toBe(before);
    state.putBack();
    expect(style()).toBe(before);
  });

  test.each([
    ["before we set ours again", true],
    ["after we set ours last", false],
  ])("keeps what the page itself changed meanwhile, %s", (_when, setAgain) => {
    root.setAttribute("style", "color: red; translate: 5px");
    const state = new PageState();
    state.setStyle(root, "translate", "0px -720px");
    root.style.setProperty("--page", "own");
    root.style.setProperty("color", "blue");
    if (setAgain) state.setStyle(root, "translate", "0px -1440px");
    state.putBack();
    expect(root.style.getPropertyValue("--page")).toBe("own");
    expect(root.style.getPropertyValue("color")).toBe("blue");
    expect(root.style.getPropertyValue("translate")).toBe("5px");
    expect(root.style.getPropertyPriority("translate")).toBe("");
  });

  test("takes our own properties away where the page changed its style and had none of them", () => {
    const state = new PageState();
    state.setStyle(root, "translate", "0px -720px");
    state.setStyle(root, "transition", "none");
    root.style.setProperty("color", "blue");
    state.putBack();
    expect(root.style.cssText.replace(/\s/g, "")).toBe("color:blue;");
  });

  test("sets ours over anything the page's style sheets say", () => {
    new PageState().setStyle(root, "translate", "0px -720px");
    expect(root.style.getPropertyPriority("translate")).toBe("important");
  });

  test("scrolls back to where the page stood, at once", () => {
    standAt(3, 456);
    const state = new PageState();
    state.scrollToTop();
    expect([window.scrollX, window.scrollY]).toEqual([0, 0]);
    state.putBack();
    expect([window.scrollX, window.scrollY]).toEqual([3, 456]);
    expect(scrolledTo).toEqual([
      { left: 0, top: 0, behavior: "instant" },
      { left: 3, top: 456, behavior: "instant" },
    ]);
    expect(state.actions).toEqual([{ act: "scroll-to-top", detail: "3,456" }, { act: "restore" }]);
  });

  test("plays the animations that ran, and only those", () => {
    animations = [new FakeAnimation("running"), new FakeAnimation("paused"), new FakeAnimation("finished")];
    const state = new PageState();
    state.holdStill([document], false);
    expect(animations.map(({ playState }) => playState)).toEqual(["paused", "paused", "finished"]);
    state.putBack();
    expect(animations.map(({ playState }) => playState)).toEqual(["running", "paused", "finished"]);
    expect(state.actions).toEqual([{ act: "pause-animations", detail: "1" }, { act: "restore" }]);
  });

  test("goes on where one animation cannot be played any more", () => {
    const gone = () => {
      throw new DOMException("no longer there", "InvalidStateError");
    };
    animations = [new FakeAnimation("running", gone), new FakeAnimation("running")];
    const state = new PageState();
    state.holdStill([document], false);
    state.putBack();
    expect(animations.map(({ playState }) => playState)).toEqual(["paused", "running"]);
  });

  test("what ran before stands at its end meanwhile, also where it had not begun, and goes on from where it was", () => {
    const animation = new FakeAnimation("running").lasting(3_600);
    animation.currentTime = 0;
    animations = [animation];
    const state = new PageState();
    state.holdStill([document], false);
    expect(animation).toMatchObject({ playState: "paused", currentTime: 3_600 });
    state.putBack();
    expect(animation).toMatchObject({ playState: "running", currentTime: 0 });
  });

  test("what runs on and on is held where it is", () => {
    animations = [new FakeAnimation("running").lasting(Number.POSITIVE_INFINITY)];
    new PageState().holdStill([document], false);
    expect(animations[0]).toMatchObject({ playState: "paused", currentTime: 200 });
  });

  test("what would be gone at its end is held where it is", () => {
    const notice = document.createElement("p");
    document.body.append(notice);
    const animation = new FakeAnimation("running").lasting(3_600, notice);
    let timeMs = 200;
    Object.defineProperty(animation, "currentTime", {
      get: () => timeMs,
      set: (time: number) => {
        timeMs = time;
        notice.style.opacity = time < 3_600 ? "1" : "0";
      },
    });
    animations = [animation];
    const state = new PageState();
    state.holdStill([document], false);
    expect(animation).toMatchObject({ playState: "paused", currentTime: 200 });
    state.putBack();
    expect(animation).toMatchObject({ playState: "running", currentTime: 200 });
    notice.remove();
  });

  test("what begins because the page was moved is ended for good", () => {
    const state = new PageState();
    state.holdStill([document], false);
    animations = [new FakeAnimation("running").lasting(600)];
    state.holdStill([document], true);
    expect(animations[0]!.playState).toBe("finished");
  });

  test("what ran in a shadow tree before it was first looked at goes on afterwards", () => {
    const animation = new FakeAnimation("running").lasting(600);
    const tree = { getAnimations: () => [animation] } as unknown as ShadowRoot;
    const state = new PageState();
    state.holdStill([document], false);
    state.holdStill([document, tree], true);
    expect(animation).toMatchObject({ playState: "paused", currentTime: 600 });
    state.putBack();
    expect(animation).toMatchObject({ playState: "running", currentTime: 200 });
  });

  test("what the page ended meanwhile is not begun anew", () => {
    animations = [new FakeAnimation("running")];
    const state = new PageState();
    state.holdStill([document], false);
    animations[0]!.playState = "idle";
    state.putBack();
    expect(animations[0]!.playState).toBe("idle");
  });

  test("a picture in a shadow tree that loads late loads at once, and is left as it was", () => {
    document.body.innerHTML = "<section></section>";
    const tree = document.querySelector("section")!.attachShadow({ mode: "open" });
    tree.innerHTML = '<img loading="lazy">';
    const state = new PageState();
    state.loadLazyImages();
    expect(tree.querySelector("img")!.getAttribute("loading")).toBe("eager");
    expect(state.actions).toEqual([{ act: "load-lazy-images", detail: "1" }]);
    state.putBack();
    expect(tree.querySelector("img")!.getAttribute("loading")).toBe("lazy");
    document.body.innerHTML = "";
  });

  const refusing = (name: string) =>
    Object.assign(new FakeAnimation("running"), {
      pause: () => {
        throw Object.assign(new Error("refused"), { name });
      },
    });

  test("holds the others where one is gone", () => {
    animations = [refusing("InvalidStateError"), new FakeAnimation("running")];
    const state = new PageState();
    state.holdStill([document], false);
    expect(animations[1]!.playState).toBe("paused");
    expect(state.actions).toEqual([{ act: "pause-animations", detail: "1" }]);
  });

  test("does not pass over a failure of another kind", () => {
    animations = [refusing("TypeError")];
    expect(() => new PageState().holdStill([document], false)).toThrow("refused");
  });

  test("puts back other elements than the root, and one property at a time", () => {
    document.body.innerHTML = '<p style="color:red">a</p><b>b</b>';
    const [p, b] = [document.querySelector("p")!, document.querySelector("b")!];
    const state = new PageState();
    state.setStyle(p, "visibility", "hidden");
    state.setStyle(p, "position", "relative");
    state.setStyle(b, "visibility", "hidden");
    state.unsetStyle(p, "position");
    expect(p.style.getPropertyValue("position")).toBe("");
    expect(p.style.getPropertyValue("visibility")).toBe("hidden");
    state.unsetStyle(b, "visibility");
    expect(b.getAttribute("style")).toBeNull();
    state.unsetStyle(b, "visibility");
    state.putBack();
    expect(p.getAttribute("style")).toBe("color:red");
    document.body.innerHTML = "";
  });

  test("lists nothing that was not done", () => {
    const state = new PageState();
    state.scrollToTop();
    state.holdStill([document], false);
    state.putBack();
    expect(state.actions).toEqual([{ act: "restore" }]);
  });
});

describe("the page side", () => {
  const AT = { capturedAt: "2026-11-21T01:02:03.456Z", zone: "Asia/Hong_Kong" };
  const read: ReadingAnswers = {
    inspect: async () => readingOf(emptyFacts(location.href, "web")),
    point: async () => null,
    choose: async () => null,
  };

  test("answers in the agreed shape, whatever it is asked", async () => {
    const { answers } = pageSide(read, () => {});
    const asks = {
      inspect: {},
      kind: {},
      surroundings: {},
      look: { drawn: true },
      prepare: { limitCss: 10_000, atOnce: false, mayPassLate: false },
      passLate: { limitCss: 10_000 },
      showPage: {},
      moveTo: { xCss: 0, yCss: 720, by: "scroll" },
      passRest: { limitCss: 10_000 },
      unloaded: {},
      videos: {},
      html: { part: 0 },
      release: {},
    };
    for (const [name, ask] of Object.entries(asks) as [keyof typeof asks, never][]) {
      const answer = await (answers[name] as (ask: object) => Promise<unknown>)(ask);
      const { issues } = v.safeParse(PAGE_ANSWERS[name] as v.GenericSchema, answer);
      expect(
        issues?.map(({ message }) => message),
        name,
      ).toBeUndefined();
    }
  });

  test("begins also on a page without TLS, where there is no crypto.randomUUID", async () => {
    vi.resetModules();
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    try {
      const again = await import("@/src/capture/page-side/answer");
      const { documentToken } = await again.pageSide(read, () => {}).answers.look({ tidemark: "look", drawn: false });
      const first = await pageSide(read, () => {}).answers.look({ tidemark: "look", drawn: false });
      expect(documentToken).not.toBe(first.documentToken);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("puts the page right the moment the background is gone, also while it is made ready, and wakes it", async () => {
    root.setAttribute("style", "color: red");
    standAt(0, 300);
    Object.defineProperty(root, "scrollHeight", { value: 5000, configurable: true });
    const wake = vi.fn();
    const { answers, onLine } = pageSide(read, wake);
    const line = new FakeLine();
    onLine(line as never);
    const preparing = answers.prepare({ tidemark: "prepare", limitCss: 10_000, atOnce: false, mayPassLate: false });
    expect(style()).not.toBe("color: red");
    line.onDisconnect.emit();
    expect(style()).toBe("color: red");
    const scrolls = scrolledTo.length;
    await preparing.catch(() => {});
    expect(style()).toBe("color: red");
    expect(scrolledTo).toHaveLength(scrolls);
    expect(wake).toHaveBeenCalledOnce();
  });

  test("wakes nobody when the background closed the line itself", () => {
    const wake = vi.fn();
    const { onLine } = pageSide(read, wake);
    const line = new FakeLine();
    onLine(line as never);
    line.onMessage.emit("done");
    line.onDisconnect.emit();
    expect(wake).not.toHaveBeenCalled();
  });

  test("changes nothing until a capture is prepared", async () => {
    const { answers } = pageSide(read, () => {});
    await answers.inspect({ tidemark: "inspect", withThread: true, ...AT });
    await answers.surroundings({ tidemark: "surroundings" });
    await answers.look({ tidemark: "look", drawn: false });
    await answers.moveTo({ tidemark: "moveTo", xCss: 0, yCss: 720, by: "root" });
    expect(style()).toBeNull();
    expect(scrolledTo).toEqual([]);
  });

  test("moves the root and puts it back when released, and says what was done", async () => {
    const { answers } = pageSide(read, () => {});
    await answers.prepare({ tidemark: "prepare", limitCss: 10_000, atOnce: false, mayPassLate: false });
    await answers.showPage({ tidemark: "showPage" });
    await answers.moveTo({ tidemark: "moveTo", xCss: 10, yCss: 719.2, by: "root" });
    expect(root.style.getPropertyValue("translate")).toBe("calc(0px - 10px) calc(0px - 719.2px)");
    const actions = await answers.release({ tidemark: "release" });
    expect(style()).toBeNull();
    expect(actions.map(({ act }) => act)).toEqual(["pass-whole-page", "move-root", "keep-scrollbar-space", "restore"]);
    expect(await answers.release({ tidemark: "release" })).toEqual([]);
  });

  describe("passes a page in which nothing seems to listen late", () => {
    const late = { tidemark: "prepare", limitCss: 10_000, atOnce: true, mayPassLate: true } as const;

    test("from its end upwards, once, and says whether it changed meanwhile", async () => {
      Object.defineProperty(root, "scrollHeight", { value: 2000, configurable: true });
      for (const changes of [false, true]) {
        const { answers } = pageSide(read, () => {});
        expect((await answers.prepare(late)).passesLate).toBe(true);
        scrolledTo.length = 0;
        const passing = answers.passLate({ tidemark: "passLate", limitCss: 10_000 });
        if (changes) document.body.append("more");
        expect(await passing).toEqual({ changed: changes });
        const places = scrolledTo.map(({ top }) => top);
        expect(places).toEqual(places.toSorted((a, b) => b - a));
        expect(places.length).toBeGreaterThan(2);
        expect(places.at(-1)).toBe(0);
        expect(await answers.passLate({ tidemark: "passLate", limitCss: 10_000 })).toEqual({ changed: false });
        await answers.release({ tidemark: "release" });
      }
      Reflect.deleteProperty(root, "scrollHeight");
    });

    test("and one with a script before it is photographed", async () => {
      const script = document.createElement("script");
      document.body.append(script);
      const { answers } = pageSide(read, () => {});
      expect((await answers.prepare(late)).passesLate).toBe(false);
      await answers.release({ tidemark: "release" });
      script.remove();
    });
  });

  test("begins a second capture from the page as it was, not as the first one left it", async () => {
    root.setAttribute("style", "color:red");
    const { answers } = pageSide(read, () => {});
    await answers.prepare({ tidemark: "prepare", limitCss: 10_000, atOnce: false, mayPassLate: false });
    await answers.moveTo({ tidemark: "moveTo", xCss: 0, yCss: 720, by: "root" });
    await answers.prepare({ tidemark: "prepare", limitCss: 10_000, atOnce: false, mayPassLate: false });
    await answers.release({ tidemark: "release" });
    expect(style()).toBe("color:red");
  });

  test("puts the page back after 20 seconds of silence, and not before", async () => {
    const { answers } = pageSide(read, () => {});
    await answers.prepare({ tidemark: "prepare", limitCss: 10_000, atOnce: false, mayPassLate: false });
    vi.useFakeTimers();
    const moving = answers.moveTo({ tidemark: "moveTo", xCss: 0, yCss: 720, by: "root" });
    await vi.advanceTimersByTimeAsync(1000);
    await moving;
    for (let n = 0; n < 5; n += 1) {
      await vi.advanceTimersByTimeAsync(15_000);
      expect(style()).toContain("translate");
      await answers.look({ tidemark: "look", drawn: false });
    }
    await vi.advanceTimersByTimeAsync(20_000);
    expect(style()).toBeNull();
    const { movedYCss } = await answers.look({ tidemark: "look", drawn: false });
    expect(movedYCss).toBe(0);
  });

  test("has no clock running when no capture is", async () => {
    const { answers, putBack } = pageSide(read, () => {});
    vi.useFakeTimers();
    await answers.look({ tidemark: "look", drawn: false });
    expect(vi.getTimerCount()).toBe(0);
    putBack();
    expect(style()).toBeNull();
  });
});

test("the page's HTML is taken whole, with its doctype and its root's own words", async () => {
  root.setAttribute("lang", "zh-HK");
  document.body.innerHTML = "<p>你好 🙂 &lt;b&gt;</p>";
  const { base64 } = await new PageHtml().part(0, true, false);
  const html = gunzipSync(Buffer.from(base64, "base64")).toString("utf8");
  expect(html).toContain("<p>你好 🙂 &lt;b&gt;</p>");
  expect(html).toMatch(/<html[^>]* lang="zh-HK"/);
  expect(html.endsWith("</html>\n")).toBe(true);
  root.removeAttribute("lang");
});
