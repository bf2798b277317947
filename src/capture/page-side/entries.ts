/**
 * How often this document has gone to another entry of the tab's history, as single-page applications do without loading
 * anything. A page that only renames its address stays in its entry.
 */
interface Stand {
  /** `null` where the browser does not tell entries apart; their number is what there is then. */
  key: string | null;
  length: number;
  address: string;
}

const stand = (): Stand => ({
  key: window.navigation?.currentEntry?.key ?? null,
  length: history.length,
  address: location.href,
});

let entries = 0;
let last = stand();

export function entriesSeen(): number {
  const now = stand();
  // A page that holds on to the Back button adds an entry and stays at its address; that is no other page.
  if (isOtherEntry(now) && now.address !== last.address) entries += 1;
  last = now;
  return entries;
}

const isOtherEntry = (now: Stand) =>
  now.key === null || last.key === null ? now.length !== last.length : now.key !== last.key;

// Back and Forward lead elsewhere also where the address is the same, and leave the number of entries as it was. Renaming
// by a fragment is announced in the same way; only the key tells it apart.
window.addEventListener("popstate", ({ isTrusted }) => {
  if (!isTrusted) return;
  const now = stand();
  if (now.key === null || isOtherEntry(now)) entries += 1;
  last = now;
});
