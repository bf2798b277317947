/** Digests bytes piece by piece while they are being stored, and catches up with those that were held before. */
import { type Digests, StreamDigester } from "@/src/model/digest";
import { letGo } from "@/src/model/let-go";

export class LateDigester {
  readonly #digester = new StreamDigester();

  /** @param waiting What came so far, in order. It is let go. */
  constructor(private readonly waiting: Uint8Array[]) {}

  /** Two for each that comes: what was held is caught up with, and the page is never busy for long. */
  take(piece: Uint8Array): void {
    if (this.waiting.length === 0) {
      this.#digester.update(piece);
      return;
    }
    this.waiting.push(new Uint8Array(piece));
    this.#digest(2);
  }

  finish(): Digests {
    this.#digest(this.waiting.length);
    return this.#digester.finish();
  }

  #digest(pieces: number): void {
    for (const each of this.waiting.splice(0, pieces)) {
      this.#digester.update(each);
      letGo(each);
    }
  }
}
