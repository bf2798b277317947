/** Whether a text holds what is the user's own: what proves who is signed in, or what was typed. */
import { Secrets } from "@/src/capture/page-side/secrets";
import type { PageResources } from "@/src/messaging/page-side";

/** Any style sheet may hold one plain word that somebody searched for. */
const PLAIN_WORD = /^[a-z-]+$/i;

export class SecretText {
  readonly #secrets: Secrets;

  constructor({ kept, typed }: Pick<PageResources, "kept" | "typed">) {
    this.#secrets = new Secrets(
      kept,
      typed.filter((value) => !PLAIN_WORD.test(value)),
    );
  }

  isIn(text: string): boolean {
    return this.#secrets.without(text) !== text;
  }

  /** What was typed stays in addresses: it may be the very account that is shown. */
  isInAddress(address: string): boolean {
    return this.#secrets.without(address, true) !== address;
  }
}
