/** What the program said was done, so what has to be there; and what was under way, which may be there or not. */
export class Known {
  /** Numbers of items, e.g. "EX-001", that were told or were seen in the list. */
  readonly labels = new Set<string>();
  /** Addresses of pages that were told as saved. */
  readonly urls: string[] = [];
  /** Saved while locked, so without a number until the next unlocking. */
  waiting = 0;
  /** One that was being saved when the browser was killed. */
  underWay: string | null = null;
  /** One of these opens the notes; `null`: none is set. */
  passphrases: (string | null)[] = [null];
  /** Item to the account names that may stand for it: the last one that was told, and one that was under way. */
  readonly handles = new Map<string, string[]>();
  /** Words of the user's own account. */
  readonly notes: { told: string[]; underWay: string | null } = { told: [], underWay: null };
  #copy: { labels: readonly string[]; urls: readonly string[] } | null = null;

  constructor(labels: readonly string[] = [], urls: readonly string[] = []) {
    for (const label of labels) this.labels.add(label);
    this.urls.push(...urls);
  }

  /** The item was told as saved. @param label `null` while locked */
  saved(url: string, label: string | null): void {
    this.underWay = null;
    this.urls.push(url);
    if (label === null) this.waiting += 1;
    else this.labels.add(label);
  }

  /** A copy is being put back: all of it is there afterwards, or nothing. */
  mayBeRestored(labels: readonly string[], urls: readonly string[]): void {
    this.#copy = { labels, urls };
  }

  restored(): void {
    for (const label of this.#copy?.labels ?? []) this.labels.add(label);
    this.urls.push(...(this.#copy?.urls ?? []));
    this.#copy = null;
  }

  /** Compares with what the list shows, and takes that for known from then on. @returns What is wrong. */
  settle(shown: readonly string[]): string[] {
    if (this.#copy !== null && shown.length > 0) this.restored();
    this.#copy = null;
    const faults = [...this.labels].filter((label) => !shown.includes(label)).map((label) => `${label} is gone`);
    const more = shown.filter((label) => !this.labels.has(label)).length;
    const most = this.waiting + (this.underWay === null ? 0 : 1);
    if (more < this.waiting) faults.push(`of ${this.waiting} saved while locked, ${more} are there`);
    if (more > most) faults.push(`${more - most} items more than were saved`);
    if (new Set(shown).size !== shown.length) faults.push(`a number was given twice: ${shown.join(" ")}`);
    if (this.underWay !== null && more > this.waiting) this.urls.push(this.underWay);
    this.waiting = 0;
    this.underWay = null;
    for (const label of shown) this.labels.add(label);
    return faults;
  }
}
