/** What lies in the browser while the notes are locked or open, and the alarm that locks them. */
import type { Driven } from "@/tools/drive/driven";
import type { View } from "@/tools/drive/view";

/** All that our pages and the background can reach in memory that outlives an event. */
export async function sessionMemory(driven: Driven): Promise<string> {
  const own = await driven.openOwnPage("library.html");
  return own.run(async () => {
    const api = (globalThis as unknown as { chrome: { storage: { session: { get(): Promise<object> } } } }).chrome;
    return JSON.stringify(await api.storage.session.get());
  }, null);
}

/** The identity as it lies in the clear until a passphrase is set. */
export async function openIdentity(own: View): Promise<string> {
  const identity = await own.run(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("notes-open"));
    const found = await done<string>(db.transaction("identity").objectStore("identity").get("age"));
    db.close();
    return found;
  }, null);
  if (!identity.startsWith("AGE-SECRET-KEY-1")) throw new Error("no identity in the clear");
  return identity;
}

interface AlarmApi {
  alarms: {
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
    create(name: string, when: { when: number }): Promise<void>;
  };
}

/** In how many milliseconds the browser will say that nobody used the notes; NaN where it will not. */
export async function idleAlarmMs(own: View): Promise<number> {
  const dueMs = await own.run(async () => {
    const { chrome } = globalThis as unknown as { chrome: AlarmApi };
    return (await chrome.alarms.get("idle-lock"))?.scheduledTime ?? null;
  }, null);
  return dueMs === null ? Number.NaN : dueMs - Date.now();
}

/** The browser's own alarm, as if the minutes had passed. */
export async function ringIdleAlarm(own: View): Promise<void> {
  await own.run(async () => {
    const { chrome } = globalThis as unknown as { chrome: AlarmApi };
    await chrome.alarms.create("idle-lock", { when: Date.now() });
  }, null);
}
