/** How much this extension stores and how much more the browser lets it, in bytes; `null` where it does not say. */
export async function storageRoom(): Promise<{ used: number; left: number } | null> {
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { used: usage, left: Math.max(0, quota - usage) };
}
