/** Faces that a component comes to by itself once one of its buttons was pressed: the face it begins with, and the button. */
import { type PlainKey, t } from "@/src/i18n/t";

export const PRESSED: Readonly<Record<string, { face: string; button: PlainKey }>> = {
  "popup-ready-came-across-keeping": { face: "popup-ready-came-across", button: "bystanderSave" },
  "library-item-delete-asked": { face: "library-item", button: "deleteItemTitle" },
  "library-settings-wipe-asked": { face: "library-settings", button: "wipeTitle" },
  "library-locked-wipe-asked": { face: "library-locked", button: "wipeTitle" },
};

export function press(button: PlainKey): void {
  const found = [...document.querySelectorAll<HTMLElement>("button, summary")].find(
    ({ textContent }) => textContent === t(button),
  );
  if (!found) throw new Error(`no button “${t(button)}”`);
  found.click();
}
