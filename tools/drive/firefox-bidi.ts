/** WebDriver BiDi as it is spoken with Firefox beside Puppeteer, which reaches neither the browser's own window nor our pages. */
import type { Browser } from "puppeteer-core";
import type { AskedOf } from "./driven";
import { SHOWN_POPUP } from "./firefox-window";
import type { Evaluate } from "./view";

/** The part of Puppeteer's BiDi connection that is used; it is not in its public types. */
interface Connection {
  send(method: string, params: object): Promise<{ result: Record<string, never> }>;
  on(event: "network.beforeRequestSent", heard: (event: BlockedRequest) => void): void;
}

interface BlockedRequest {
  isBlocked: boolean;
  request: { request: string; url: string; method: string; headers: { name: string; value: { value: string } }[] };
}

export interface Tab {
  context: string;
  url: string;
}

const PATIENCE_MS = 20_000;

/** Now and then Firefox never answers when windows come to the front. That is said, so that nobody waits for it. */
function answered<Value>(reply: Promise<Value>, what: string): Promise<Value> {
  let clock: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error(`Firefox did not answer: ${what}`)), PATIENCE_MS);
  });
  return Promise.race([reply, late]).finally(() => clearTimeout(clock));
}

export class FirefoxBidi {
  readonly #bidi: Connection;

  constructor(browser: Browser) {
    this.#bidi = (browser as unknown as { connection: Connection }).connection;
  }

  /** Runs an expression in the browser's own window, in the one in front where there are several. */
  async inWindow(expression: string): Promise<unknown> {
    const tree = await this.#bidi.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const [any] = tree.result["contexts"] as unknown as { context: string }[];
    return answered(
      this.#evaluate(any!.context, `(${IN_FRONT(expression)})(Services.wm.getMostRecentBrowserWindow())`),
      expression,
    );
  }

  async tabs(): Promise<Tab[]> {
    const tree = await this.#bidi.send("browsingContext.getTree", {});
    return tree.result["contexts"] as unknown as Tab[];
  }

  async pressKey(context: string, key: string): Promise<void> {
    const value = KEYS[key] ?? key;
    const actions = ["keyDown", "keyUp"].map((type) => ({ type, value }));
    await this.#bidi.send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async clickAt(context: string, place: { x: number; y: number }): Promise<void> {
    const pressed = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    const actions = [{ type: "pointerMove", ...place }, ...pressed];
    const order = { context, actions: [{ type: "pointer", id: "pointer", actions }] };
    await answered(this.#bidi.send("input.performActions", order), "a press by the pointer");
  }

  async standIn(url: string, answer: Uint8Array): Promise<AskedOf[]> {
    const asked: AskedOf[] = [];
    this.#bidi.on("network.beforeRequestSent", ({ isBlocked, request }) => {
      if (!isBlocked || request.url !== url) return;
      const headers = request.headers.map(({ name, value }) => [name.toLowerCase(), value.value]);
      asked.push({ method: request.method, headers: Object.fromEntries(headers) });
      const body = { type: "base64", value: Buffer.from(answer).toString("base64") };
      void this.#bidi.send("network.provideResponse", { request: request.request, statusCode: 200, body });
    });
    await this.#bidi.send("session.subscribe", { events: ["network.beforeRequestSent"] });
    const urlPatterns = [{ type: "string", pattern: url }];
    await this.#bidi.send("network.addIntercept", { phases: ["beforeRequestSent"], urlPatterns });
    return asked;
  }

  async inTab(context: string, expression: string): Promise<unknown> {
    return this.#evaluate(
      context,
      `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
    ).then((json) => JSON.parse(String(json)));
  }

  readonly inPopup: Evaluate = async (expression) => {
    const tag = `notes-test-${crypto.randomUUID()}`;
    const script = `
      const { document, window } = content;
      Promise.resolve().then(() => (${expression})).then(
        (value) => sendAsyncMessage(${JSON.stringify(tag)}, { value: value ?? null }),
        (error) => sendAsyncMessage(${JSON.stringify(tag)}, { error: String(error) }));`;
    const json = await this.inWindow(`new Promise((resolve, reject) => {
      const popup = ${SHOWN_POPUP};
      const manager = popup?.messageManager;
      if (!manager) return reject(new Error("the popup is closed"));
      const watch = setInterval(() => {
        if (popup.isConnected) return;
        clearInterval(watch);
        reject(new Error("the popup was closed before it answered"));
      }, 200);
      manager.addMessageListener(${JSON.stringify(tag)}, function heard({ data }) {
        clearInterval(watch);
        manager.removeMessageListener(${JSON.stringify(tag)}, heard);
        resolve(JSON.stringify(data));
      });
      manager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(${JSON.stringify(`{${script}}`)}), false);
    })`);
    const { value, error } = JSON.parse(String(json)) as { value?: unknown; error?: string };
    if (error) throw new Error(error);
    return value;
  };

  async #evaluate(context: string, expression: string): Promise<unknown> {
    const reply = await this.#bidi.send("script.evaluate", { expression, target: { context }, awaitPromise: true });
    const outcome = reply.result as unknown as
      | { type: "success"; result: { value?: unknown } }
      | { type: "exception"; exceptionDetails: { text: string } };
    if (outcome.type === "exception") throw new Error(outcome.exceptionDetails.text);
    return outcome.result.value;
  }
}

/** Keys that write nothing, as WebDriver names them. */
const KEYS: Record<string, string> = { Enter: "\uE007", Shift: "\uE008", Tab: "\uE004", Escape: "\uE00C" };

const IN_FRONT = (expression: string) => `(window) => {
  const { document, gBrowser } = window;
  return ${expression};
}`;
