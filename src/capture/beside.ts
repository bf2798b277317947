/** Work that goes on beside other work: how it ended is told when it is asked for. */
export class Beside {
  readonly #all: Promise<unknown>[] = [];

  do<Value>(work: Promise<Value>): Promise<Value> {
    work.catch(() => {}); // told by `done`
    this.#all.push(work);
    return work;
  }

  /** @throws what the first of it that failed threw */
  async done(): Promise<void> {
    await Promise.all(this.#all);
  }

  /** Nothing of it goes on any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#all);
  }
}
