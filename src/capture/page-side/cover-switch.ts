/**
 * Takes off the covers without the background: it may be gone for good, and Chromium leaves its style sheets on the page.
 * They hold only while a custom property of a random name has no value (cover-sheets.ts). Registering it gives it one on
 * every element at once, and leaves nothing in the document. The page cannot do the same: it cannot read the name.
 */
export class CoverSwitch {
  readonly #rootHadLooks: boolean;
  #isTakenOff = false;

  /** Made before the root is covered: afterwards its own looks cannot be seen. */
  constructor(
    private readonly root: HTMLElement,
    private readonly name: string,
  ) {
    const { backgroundImage, borderImageSource, maskImage, filter, transitionDuration } = getComputedStyle(root);
    this.#rootHadLooks =
      [backgroundImage, borderImageSource, maskImage, filter].some((look) => look !== "none") ||
      transitionDuration !== "0s";
  }

  /** For good: where covers are wanted again, they lie under another switch. */
  takeOff(): void {
    if (this.#isTakenOff) return;
    this.#isTakenOff = true;
    CSS.registerProperty({ name: `--${this.name}`, syntax: "<integer>", inherits: true, initialValue: "1" });
    // The root stands in no container that could be asked; this is left on it only where it lacks something otherwise.
    if (this.#rootHadLooks) this.root.setAttribute(this.name, "");
  }

  /** The sheets themselves are gone, or go now. */
  clear(): void {
    this.root.removeAttribute(this.name);
  }
}
