/**
 * Memory of the browser's processes that hold the page and the extension, by /proc (Linux): their proportional share
 * (PSS), so that pages which processes share are counted once. The browser's own process and the graphics process
 * belong to the browser and are left out, unless all are asked for: what a page hands to the browser's stores of files and
 * data lies there. Elsewhere nothing is measured.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Chromium's renderers (pages and the extension's own), Firefox's content processes. */
const HOSTS_PAGES = /--type=renderer|-contentproc .*\btab\b/;
const ALL = /^/;
const EVERY_MS = 100;

export const WHAT_IS_SUMMED =
  "peak MB: proportional memory (PSS) of all page and extension processes above what they held before the click, looked at every 100 ms";

export class MemoryWatch {
  #peakKb = 0;
  /** Milliseconds since the start, and what was held then. */
  readonly #looks: [ms: number, kb: number][] = [];
  readonly #startMs = performance.now();
  readonly #idleKb: number;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #counted: RegExp;

  /** @param browserPid The browser's first process. */
  constructor(
    private readonly browserPid: number,
    which: "pages" | "all" = "pages",
  ) {
    this.#counted = which === "all" ? ALL : HOSTS_PAGES;
    this.#idleKb = memoryKb(browserPid, this.#counted);
    this.#timer = setInterval(() => this.#look(), EVERY_MS);
  }

  /** @returns Megabytes (2^20 bytes) above idle; `null` where the system does not tell. */
  stop(): number | null {
    clearInterval(this.#timer);
    this.#look();
    return existsSync("/proc/self/smaps_rollup") ? Math.max(0, this.#peakKb - this.#idleKb) / 1024 : null;
  }

  /** How fast the memory grew, by the line that fits all looks best; `null` where there are too few, or none. */
  slopeMbPerSecond(): number | null {
    const looks = this.#looks.filter(([, kb]) => kb > 0);
    if (looks.length < 3) return null;
    const mean = (place: 0 | 1) => looks.reduce((sum, look) => sum + look[place], 0) / looks.length;
    const [meanMs, meanKb] = [mean(0), mean(1)];
    const along = looks.reduce((sum, [ms, kb]) => sum + (ms - meanMs) * (kb - meanKb), 0);
    const across = looks.reduce((sum, [ms]) => sum + (ms - meanMs) ** 2, 0);
    return ((along / across) * 1000) / 1024;
  }

  #look(): void {
    const kb = memoryKb(this.browserPid, this.#counted);
    this.#looks.push([performance.now() - this.#startMs, kb]);
    this.#peakKb = Math.max(this.#peakKb, kb);
  }
}

function memoryKb(browserPid: number, counted: RegExp): number {
  return descendants(browserPid)
    .filter((pid) => counted.test(read(`/proc/${pid}/cmdline`).replaceAll("\0", " ")))
    .reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0);
}

/** Processor time that all processes of a browser took so far, in milliseconds; `null` where the system does not tell. */
export function processorMs(browserPid: number): number | null {
  if (!existsSync("/proc/self/stat")) return null;
  const ticks = descendants(browserPid).map((pid) => {
    const fields = read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * 10; // Linux counts in hundredths of a second
}

function descendants(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of existsSync("/proc") ? readdirSync("/proc") : []) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(read(`/proc/${name}/stat`).split(") ").at(-1)?.split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (const known of found) found.push(...(children.get(known) ?? []));
  return found;
}

/** A process may end while we look. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
