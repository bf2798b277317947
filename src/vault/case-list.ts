/** The list of one case while it is written: each part that is touched is opened once, and all are sealed together. */
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { CaseState } from "./cases";
import type { DataKey } from "./cipher";
import type { KeyRing } from "./data-keys";
import { listFromRecords, openPart, partOf, sealPart } from "./lists";
import type { Db, ListRow } from "./schema";
import { unlessDamaged } from "./unless-damaged";

export class CaseList {
  readonly #parts = new Map<number, ExhibitSummary[]>();

  /** @param state Of the case; `lists` in it counts on when the rows are made. */
  constructor(
    private readonly db: Db,
    private readonly keys: KeyRing,
    private readonly state: CaseState,
  ) {}

  async add(summary: ExhibitSummary): Promise<void> {
    (await this.#part(partOf(summary.exhibit))).push(summary);
  }

  /** Changes the part that an exhibit of this number is in. */
  async change(exhibit: number, change: (lines: ExhibitSummary[]) => ExhibitSummary[]): Promise<void> {
    const part = partOf(exhibit);
    this.#parts.set(part, change(await this.#part(part)));
  }

  /** Makes every part from the records: for a case of schema 1, and where a part is damaged. */
  async makeAnew(): Promise<void> {
    this.state.lists ??= [];
    for (let part = 0; part <= partOf(this.state.nextExhibit); part += 1) this.#parts.set(part, []);
    for (const summary of await listFromRecords(this.db, this.keys, this.state.id)) {
      const part = partOf(summary.exhibit);
      if (!this.#parts.has(part)) this.#parts.set(part, []);
      this.#parts.get(part)!.push(summary);
    }
  }

  /** The parts that were touched, each in its next version. */
  async rows(dataKey: DataKey): Promise<ListRow[]> {
    const lists = this.state.lists ?? [];
    this.state.lists = lists;
    const sealed = [...this.#parts].map(([part, summaries]) => {
      lists[part] = (lists[part] ?? 0) + 1;
      return sealPart(dataKey, this.state.id, part, lists[part], summaries);
    });
    return Promise.all(sealed);
  }

  async #part(part: number): Promise<ExhibitSummary[]> {
    if (!this.#parts.has(part)) await this.#open(part);
    return this.#parts.get(part)!;
  }

  async #open(part: number): Promise<void> {
    const version = this.state.lists?.[part];
    if (version === undefined) return void this.#parts.set(part, []);
    const row = await this.db.get("lists", [this.state.id, part]);
    const summaries = row ? await openPart(this.keys, row, version).catch(unlessDamaged) : null;
    if (summaries) this.#parts.set(part, summaries);
    else await this.makeAnew();
  }
}
