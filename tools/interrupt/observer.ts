/** What one of our own pages, out of sight, sees of a capture: its states, and what is stored. */
import type { JobState } from "@/src/model/job";
import type { Driven } from "../drive/driven";
import type { View } from "../drive/view";

interface Watching {
  chrome: {
    storage: {
      session: { get(): Promise<Record<string, unknown>> };
      onChanged: { addListener(heard: (changes: Record<string, { newValue?: { state: unknown } }>) => void): void };
    };
  };
  states: unknown[];
}

export async function openObserver(driven: Driven): Promise<View> {
  const observer = await driven.openOwnPage("verify.html");
  await observer.run(() => {
    const own = globalThis as unknown as Watching;
    own.states = [];
    own.chrome.storage.onChanged.addListener((changes) => {
      for (const [key, { newValue }] of Object.entries(changes)) {
        if (key.startsWith("job:") && newValue) own.states.push(newValue.state);
      }
    });
  }, null);
  return observer;
}

/** All states told since the last time this was asked with `forget`. */
export function statesTold(observer: View, forget = false): Promise<JobState[]> {
  return observer.run((isForgotten) => {
    const own = globalThis as unknown as Watching;
    return isForgotten ? own.states.splice(0) : own.states;
  }, forget) as Promise<JobState[]>;
}

export interface Stored {
  /** Of the session's memory, without ended jobs. */
  leftInSession: string[];
  drafts: number;
  exhibits: number;
  /** Exhibits of which there are bytes and no record. */
  halves: number;
}

export function stored(observer: View): Promise<Stored> {
  return observer.run(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const session = await (globalThis as unknown as Watching).chrome.storage.session.get();
    const ended = ["saved", "failed", "whichOne"];
    const isLeft = ([key, value]: [string, unknown]) =>
      /^(covered|order):/.test(key) ||
      (key.startsWith("job:") && !ended.includes((value as { state: { step: string } }).state.step));
    const db = await done(indexedDB.open("notes"));
    const keys = (store: string) => done(db.transaction(store).objectStore(store).getAllKeys());
    const waiting = await done(db.transaction("pending").objectStore("pending").getAll());
    const exhibits = [...((await keys("exhibits")) as string[]), ...waiting.map(({ id }) => id as string)];
    const withBytes = new Set((await keys("chunks")).map((key) => (key as string[])[0]!));
    const drafts = (await keys("drafts")).length;
    db.close();
    return {
      leftInSession: Object.entries(session)
        .filter(isLeft)
        .map(([key]) => key),
      drafts,
      exhibits: exhibits.length,
      halves: [...withBytes].filter((id) => !exhibits.includes(id)).length,
    };
  }, null);
}
