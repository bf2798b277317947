/** What is cut off. Each act is prepared in peace; what it returns is then done while the kill is on its way. */

import type { CaseId } from "@/src/model/exhibit";
import type { Driven } from "../drive/driven";
import { keepPage, startKeeping } from "../drive/journey";
import type { View } from "../drive/view";
import { openObserver, statesTold } from "../interrupt/observer";
import { ask } from "./ask";
import { chooseFile } from "./choose-file";
import type { Known } from "./known";
import type { Kind } from "./plan";
import { COPY_PASSPHRASE, ITEMS_AT_FIRST, type Profiles } from "./profiles";

export interface Stage {
  driven: Driven;
  /** Stands at the list of what is kept. */
  library: View;
  /** Another page of ours, which shows nothing of it and so does not go away when the notes are locked. */
  own: View;
  known: Known;
  profiles: Profiles;
  origin: string;
  seed: number;
}

/** Ends when what was asked for was told as done; rejects when the browser is gone. */
type Cut = () => Promise<void>;

const MAX_EDITS = 12;
const NOTHING_ELSE = { did: "", effect: "", witnesses: [], exhibits: [] };

export const ACTS: Record<Exclude<Kind, "migration">, (stage: Stage) => Promise<Cut>> = {
  capture: async (stage) => {
    await unlock(stage);
    return captures(stage);
  },
  captureLocked: async (stage) => {
    await lock(stage);
    return captures(stage);
  },
  async edit({ library, own, known, seed }) {
    const item = await firstItem(library);
    return async () => {
      for (let n = 0; n < MAX_EDITS; n += 1) {
        const value = `edit.${seed}.${n}.`;
        const before = known.handles.get("EX-001")?.at(-1);
        known.handles.set("EX-001", before === undefined ? ["", value] : [before, value]);
        await told(ask(own, "exhibit.correct", { item, fact: "handle", value }));
        known.handles.set("EX-001", [value]);
      }
    };
  },
  async note({ own, known, seed }) {
    const caseId = await currentCase(own);
    return async () => {
      for (let n = 0; n < MAX_EDITS; n += 1) {
        const what = `note.${seed}.${n}.`;
        known.notes.underWay = what;
        const body = { way: "message", time: { kind: "unknown", words: "" }, what, ...NOTHING_ELSE } as const;
        await told(ask(own, "note.put", { caseId, kind: "event", body, replaces: null }));
        known.notes.told.push(what);
      }
    };
  },
  async passphrase({ own, known, seed }) {
    const [current = null] = known.passphrases;
    const next = `heather anchor plural ${seed} copper`;
    return async () => {
      known.passphrases = [current, next];
      await told(ask(own, "vault.setPassphrase", { current, passphrase: next }));
      known.passphrases = [next];
    };
  },
  async unlock(stage) {
    await lock(stage);
    const { driven, known, own } = stage;
    const url = `${stage.origin}/post.html?waits-${stage.seed}`;
    const page = await driven.openPage(url);
    const { said } = await keepPage(driven, page);
    if (!/^Saved$/m.test(said)) throw new Error(`not saved while locked: ${said}`);
    known.saved(url, null);
    await page.close();
    return () => told(ask(own, "vault.unlock", { secret: known.passphrases[0] ?? "" }));
  },
  async export({ driven }) {
    const library = await driven.openOwnPage("library.html");
    await library.press("Hand over");
    await library.press("See what will be inside");
    await library.untilText(/Make the package/);
    return async () => {
      await library.press("Make the package");
      await library.untilText(/The package is ready/);
    };
  },
  async restore({ driven, known, profiles }) {
    const library = await driven.openOwnPage("library.html");
    await library.press("Copies");
    await library.untilText(/Put back a copy/);
    await chooseFile(library, profiles.copy);
    await library.fill("Its passphrase, or the secret age key", COPY_PASSPHRASE);
    return async () => {
      known.mayBeRestored(ITEMS_AT_FIRST, profiles.urls);
      await library.press("Put everything back");
      await library.untilText(/Everything from the copy is back/);
      known.restored();
    };
  },
};

async function captures({ driven, known, origin, seed }: Stage): Promise<Cut> {
  const url = `${origin}/${seed % 5 === 0 ? "codes.html?bands=28&" : "post.html?"}cut-${seed}`;
  const observer = await openObserver(driven);
  const page = await driven.openPage(url);
  return async () => {
    known.underWay = url;
    await startKeeping(driven, page);
    for (;;) {
      const last = (await statesTold(observer)).at(-1);
      if (last?.step === "failed") throw new Error(`not saved: ${last.failure}`);
      if (last?.step === "saved") return known.saved(url, labelOf(last.exhibit));
    }
  };
}

const labelOf = (exhibit: number | null) => (exhibit === null ? null : `EX-${String(exhibit).padStart(3, "0")}`);

/** Sets a passphrase where there is none. */
async function lock({ own, known, seed }: Stage): Promise<void> {
  if (known.passphrases[0] === null) {
    const passphrase = `heather anchor plural ${seed} copper`;
    await told(ask(own, "vault.setPassphrase", { current: null, passphrase }));
    known.passphrases = [passphrase];
  }
  await told(ask(own, "vault.lock", {}));
}

async function unlock({ own, known }: Stage): Promise<void> {
  const [secret] = known.passphrases;
  if (secret) await told(ask(own, "vault.unlock", { secret }));
}

async function told(reply: Promise<{ ok: boolean; failure?: string }>): Promise<void> {
  const { ok, failure } = await reply;
  if (!ok) throw new Error(`refused: ${failure}`);
}

/** The id of EX-001, from the address that the list gives it. */
async function firstItem(library: View): Promise<never> {
  const href = await library.run(
    () =>
      Array.from(document.querySelectorAll<HTMLAnchorElement>("a[href^='#/item/']")).find(
        ({ textContent }) => textContent?.trim() === "EX-001",
      )?.hash ?? "",
    null,
  );
  return href.slice("#/item/".length) as never;
}

/** Which case takes what is saved stands readable in the vault's own row. */
async function currentCase(own: View): Promise<CaseId> {
  const id = await own.run(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("notes"));
    const meta = await done<{ defaultCase: string }>(db.transaction("meta").objectStore("meta").get("vault"));
    db.close();
    return meta.defaultCase;
  }, null);
  return id as CaseId;
}
