/** Adding a time stamp to a package: which package, how the stamp is had, and what came of it. */
import { type Stamp, StampError, type StampFailure } from "@/src/model/stamp";

/** An authority that can be asked. */
export interface AuthorityChoice {
  id: string;
  name: string;
  /** Its server, e.g. `freetsa.org`. */
  host: string;
}

/** What came back from an authority, as files that the user chose. */
export interface ReplyFiles {
  reply: File | null;
  /** `null`: the request is the one that was just saved. */
  request: File | null;
  certificates: File[];
}

export interface StampedPackage {
  fileName: string;
  stamp: Stamp;
}

/** A package to be stamped. Failures are thrown as {StampError}. */
export interface OpenPackage {
  fileName: string;
  isStamped: boolean;
  /** Asks over the network, and hands the package with its stamp to the browser's downloads. */
  ask(authority: string, signal: AbortSignal): Promise<StampedPackage>;
  /** Hands the request to the browser's downloads. */
  saveRequest(): Promise<void>;
  addReply(files: ReplyFiles): Promise<StampedPackage>;
}

export interface StampWorld {
  authorities: readonly AuthorityChoice[];
  open(file: File): Promise<OpenPackage>;
  /** Shows the browser's own question, so only while a click is handled. */
  allow(authority: string): Promise<boolean>;
}

interface Ready {
  fileName: string;
  isStamped: boolean;
  isRequestSaved: boolean;
  /** A reply is being added. */
  isBusy: boolean;
}

export type StampStep =
  | { step: "choosing"; failure: StampFailure | null }
  | { step: "opening" }
  | { step: "ready"; package: Ready; failure: StampFailure | null }
  | { step: "asking"; package: Ready; name: string }
  | { step: "made"; made: StampedPackage };

export type StampState = StampStep & { authorities: readonly AuthorityChoice[] };

export interface StampRun {
  open(): void;
  choose(file: File): Promise<void>;
  /** To be called while a click is handled. */
  ask(authority: string): Promise<void>;
  saveRequest(): Promise<void>;
  addReply(files: ReplyFiles): Promise<void>;
  stop(): void;
  another(): void;
}

export function runStamp(world: StampWorld, show: (state: StampState) => void): StampRun {
  const { authorities } = world;
  let state: StampStep = { step: "choosing", failure: null };
  let opened: OpenPackage | null = null;
  let isRequestSaved = false;
  let stopping = new AbortController();

  const put = (next: StampStep) => {
    state = next;
    show({ ...next, authorities });
  };
  const ready = ({ fileName, isStamped }: OpenPackage, isBusy = false): Ready => {
    return { fileName, isStamped, isRequestSaved, isBusy };
  };
  /** Goes back to the choice with the reason where it does not work out. */
  const work = async (from: OpenPackage, act: () => Promise<StampedPackage | null>) => {
    try {
      const made = await act();
      put(made === null ? { step: "ready", package: ready(from), failure: null } : { step: "made", made });
    } catch (error) {
      put({ step: "ready", package: ready(from), failure: failureOf(error) });
    }
  };

  return {
    open: () => put(state),
    another: () => put({ step: "choosing", failure: null }),
    async choose(file) {
      put({ step: "opening" });
      isRequestSaved = false;
      try {
        opened = await world.open(file);
        put({ step: "ready", package: ready(opened), failure: null });
      } catch (error) {
        put({ step: "choosing", failure: failureOf(error) });
      }
    },
    async ask(authority) {
      const from = opened;
      const name = authorities.find(({ id }) => id === authority)?.name;
      if (from === null || name === undefined || state.step !== "ready") return;
      const allowed = world.allow(authority);
      stopping = new AbortController();
      put({ step: "asking", package: ready(from), name });
      await work(from, async () => {
        if (!(await allowed)) throw new StampError("notAllowed");
        return from.ask(authority, stopping.signal);
      });
    },
    async saveRequest() {
      const from = opened;
      if (from === null) return;
      await work(from, async () => {
        await from.saveRequest();
        isRequestSaved = true;
        return null;
      });
    },
    async addReply(files) {
      const from = opened;
      if (from === null || state.step !== "ready" || state.package.isBusy) return;
      put({ step: "ready", package: ready(from, true), failure: null });
      await work(from, () => from.addReply(files));
    },
    stop: () => stopping.abort(),
  };
}

/** What is no failure of a stamp is a bug: it surfaces, and the page says that no stamp was had. */
function failureOf(error: unknown): StampFailure {
  if (error instanceof StampError) return error.code;
  reportError(error);
  return "notAPackage";
}
