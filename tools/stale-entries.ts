/** What of the data in `src/report` nobody has looked at for a while. */
import directory from "@/src/report/directory.json";
import notices from "@/src/report/notices.json";
import organisations from "@/src/report/organisations.json";
import type { Directory } from "@/src/report/schema";

export interface StaleEntry {
  file: string;
  id: string;
  /** The day it was last looked at, `YYYY-MM-DD`. */
  lastDay: string;
  ageDays: number;
  /** What to open, call or read. */
  what: string;
}

interface Entry {
  id: string;
  checked?: string | undefined;
  what: string;
}

const DAY_MS = 86_400_000;

/** Older than `days` on the day `today`, the oldest first. @param today `YYYY-MM-DD` */
export function staleEntries(today: string, days: number): StaleEntry[] {
  return FILES.flatMap(({ file, compiled, entries }) =>
    entries().map(({ id, checked, what }) => {
      const lastDay = checked ?? compiled;
      return { file, id, lastDay, ageDays: Math.round((Date.parse(today) - Date.parse(lastDay)) / DAY_MS), what };
    }),
  )
    .filter(({ ageDays }) => ageDays > days)
    .sort((one, other) => other.ageDays - one.ageDays);
}

const FILES: readonly { file: string; compiled: string; entries: () => Entry[] }[] = [
  { file: "directory.json", compiled: directory.compiled, entries: flows },
  { file: "organisations.json", compiled: organisations.compiled, entries: helpers },
  { file: "notices.json", compiled: notices.compiled, entries: laws },
];

function flows(): Entry[] {
  // As src/report/destinations.ts reads it.
  const { platforms } = directory as unknown as Directory;
  return platforms.flatMap((platform) =>
    platform.flows.map(({ id, checked, url, urlTemplate, email, emailTemplate, label }) => ({
      id,
      checked,
      what: url ?? urlTemplate ?? email ?? emailTemplate ?? label,
    })),
  );
}

function helpers(): Entry[] {
  return organisations.organisations.map((one: { id: string; checked?: string; url?: string; phone?: string }) => ({
    id: one.id,
    checked: one.checked,
    what: [one.url, one.phone].filter(Boolean).join(" · "),
  }));
}

function laws(): Entry[] {
  return notices.notices.map((one: { id: string; checked?: string; citation: string }) => ({
    id: one.id,
    checked: one.checked,
    what: one.citation,
  }));
}
