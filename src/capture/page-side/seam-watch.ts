/**
 * Watches that what lies at the lower edge of one photograph of the window stays where it is in the page until the next one
 * is made: there the two are joined. Between them lies the browser's limit of photographs a second, in which pages load.
 */
import { Anchor } from "./geometry";

export class SeamWatch {
  /** At the lower edge of the photograph before, as it stood before that was made. */
  #before: Anchor | null = null;
  /** Where the window stands now, at the last two looks: before a photograph, and after it. */
  #here: (Anchor | null)[] = [];
  #toCss: number | null = null;
  /** The page takes away what is out of sight. */
  dropsUnseen = false;

  /** @param movedYCss Tells how far the page is moved up. */
  constructor(private readonly movedYCss: () => number) {}

  /** Call before the page is moved. One that is tried again at the same place is joined to the same one before. */
  leaving(toCss: number): void {
    if (this.#toCss === toCss) return;
    this.#before = this.#here[0] ?? Anchor.atLowerEdge(this.movedYCss());
    this.#here = [];
    this.#toCss = toCss;
  }

  /** Call before and after each photograph. */
  look(): void {
    this.#here.push(Anchor.atLowerEdge(this.movedYCss()));
    if (this.#here.length > 2) this.#here.shift();
  }

  /** How far the content has moved within the page, in CSS pixels. */
  shiftedCss(): number {
    return this.#before?.shiftedCss(this.movedYCss(), this.dropsUnseen) ?? 0;
  }
}
