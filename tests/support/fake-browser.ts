/**
 * As much of the extension API as the vault, the capture and the messages touch. A test file puts it in place with
 * `vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"))`.
 */

import { filled, type Message } from "@/src/i18n/filled";
import en from "../../public/_locales/en/messages.json";

type Listener = (...given: never[]) => unknown;

class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener): void => void this.listeners.add(listener);
  removeListener = (listener: Listener): void => void this.listeners.delete(listener);
  emit = (...given: unknown[]): unknown[] =>
    [...this.listeners].map((listener) => (listener as (...given: unknown[]) => unknown)(...given));
}

export interface FakeTab {
  id: number;
  active: boolean;
  windowId: number;
  url: string | undefined;
  incognito: boolean;
}

/** Memory of `storage.session`. `restart` is what closing the browser does to it. */
class FakeSession {
  stored: Record<string, unknown> = {};
  /** What every write is refused with, while it is set. */
  refusal: Error | null = null;

  constructor(private readonly onChanged: FakeEvent) {}

  get = async (key: string | null): Promise<Record<string, unknown>> => {
    if (key === null) return structuredClone(this.stored);
    return Object.hasOwn(this.stored, key) ? { [key]: structuredClone(this.stored[key]) } : {};
  };

  set = async (values: Record<string, unknown>): Promise<void> => {
    if (this.refusal) throw this.refusal;
    // As the browser keeps them: plain JSON.
    for (const [key, value] of Object.entries(JSON.parse(JSON.stringify(values)) as typeof values)) {
      const oldValue = this.stored[key];
      this.stored[key] = value;
      this.onChanged.emit({ [key]: { ...(oldValue === undefined ? {} : { oldValue }), newValue: value } }, "session");
    }
  };

  remove = async (keys: string | string[]): Promise<void> => {
    for (const key of [keys].flat()) {
      const oldValue = this.stored[key];
      delete this.stored[key];
      if (oldValue !== undefined) this.onChanged.emit({ [key]: { oldValue } }, "session");
    }
  };

  clear = async (): Promise<void> => this.remove(Object.keys(this.stored));

  restart(): void {
    this.stored = {};
  }
}

const onChanged = new FakeEvent();
const session = new FakeSession(onChanged);
/** `storage.local`, which nobody listens to here. */
const local = new FakeSession(new FakeEvent());
const onMessage = new FakeEvent();
const onActivated = new FakeEvent();
const onUpdated = new FakeEvent();

/** One end of a line. */
export class FakeLine {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  readonly said: unknown[] = [];
  isOpen = true;
  postMessage = (message: unknown): void => {
    if (!this.isOpen) throw new Error("Attempting to use a disconnected port object");
    this.said.push(message);
  };
  disconnect = (): void => {
    this.isOpen = false;
  };
}

/** What a test sets, and what it reads afterwards. */
export const fake = {
  session,
  local,
  onChanged,
  onMessage,
  onActivated,
  onUpdated,
  tabs: new Map<number, FakeTab>(),
  /** Those that `tabs.connect` opened. */
  lines: [] as FakeLine[],
  /** Answers `tabs.sendMessage`. */
  pageSide: async (_ask: { tidemark: string }): Promise<unknown> => {
    throw new Error("Could not establish connection. Receiving end does not exist.");
  },
  /** Answers `tabs.captureVisibleTab`. */
  photograph: async (_windowId: number, _details: object): Promise<string> => "data:image/png;base64,",
  /** Answers `scripting.executeScript`. */
  inject: async (_where: { target: { tabId: number }; files: string[] }): Promise<void> => {},
  /** Those the user gave. */
  given: { permissions: [] as string[], origins: [] as string[] },
  reset(): void {
    this.given = { permissions: [], origins: [] };
    session.restart();
    local.restart();
    session.refusal = null;
    for (const event of [onChanged, onMessage, onActivated, onUpdated]) event.listeners.clear();
    this.tabs.clear();
    this.lines = [];
    this.inject = async () => {};
    this.pageSide = async () => {
      throw new Error("Could not establish connection. Receiving end does not exist.");
    };
    this.photograph = async () => "data:image/png;base64,";
  },
};

export const EXTENSION_ID = "abcdefghijklmnopabcdefghijklmnop";
export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

const messages: Readonly<Record<string, Message>> = en;

export const browser = {
  i18n: {
    getUILanguage: () => "en",
    getMessage: (key: string, substitutions: string[] = []) => filled(messages[key]!, substitutions),
  },
  runtime: {
    id: EXTENSION_ID,
    getURL: (path: string) => `${EXTENSION_ORIGIN}/${path.replace(/^\//, "")}`,
    getManifest: () => ({
      version: "0.1.0",
      permissions: ["storage"],
      optional_permissions: ["pageCapture"],
      optional_host_permissions: ["https://freetsa.org/*"],
    }),
    getPlatformInfo: async () => ({ os: "linux", arch: "x86-64" }),
    getBrowserInfo: async () => ({ name: "Fakefox", version: "1.2" }),
    onMessage,
    sendMessage: async (message: unknown) => message,
  },
  storage: { session, local, onChanged },
  permissions: {
    getAll: async () => ({ permissions: ["storage", ...fake.given.permissions], origins: [...fake.given.origins] }),
    contains: async ({ origins }: { origins: string[] }) => origins.every((each) => fake.given.origins.includes(each)),
    remove: async (back: { permissions: string[]; origins: string[] }) => {
      if (back.permissions.includes("storage")) throw new Error("You cannot remove required permissions.");
      fake.given.permissions = fake.given.permissions.filter((each) => !back.permissions.includes(each));
      fake.given.origins = fake.given.origins.filter((each) => !back.origins.includes(each));
      return true;
    },
  },
  tabs: {
    onActivated,
    onUpdated,
    get: async (tabId: number) => {
      const tab = fake.tabs.get(tabId);
      if (!tab) throw new Error(`No tab with id: ${tabId}.`);
      return { ...tab };
    },
    getZoom: async () => 1,
    connect: () => {
      const line = new FakeLine();
      fake.lines.push(line);
      return line;
    },
    sendMessage: async (_tabId: number, ask: { tidemark: string }) => fake.pageSide(ask),
    captureVisibleTab: async (windowId: number, details: object) => fake.photograph(windowId, details),
  },
  windows: { WINDOW_ID_NONE: -1 },
  scripting: {
    executeScript: async (where: { target: { tabId: number }; files: string[] }) => fake.inject(where),
  },
};
