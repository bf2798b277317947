/**
 * An id for an element that a label, a note or a key's help names. Preact's own `useId` (11.2) counts from the start again
 * on every third drawing of the whole page, so that two fields have one id and a label belongs to the wrong one.
 */
import { useState } from "preact/hooks";

let given = 0;

/** The same as long as the component is there; no other element of the page has it. */
export function useOwnId(): string {
  return useState(() => {
    given += 1;
    return `own-${given}`;
  })[0];
}
