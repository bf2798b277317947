/** The toolbar button's drawing and name. Browsers forget both when they close, so they are set at each start. */
import { t } from "@/src/i18n/t";
import { iconPaths, type Look } from "@/src/model/neutral-look";
import { browser } from "@/src/platform/browser";
import { readLook, watchLook } from "@/src/platform/surface";

async function wear(look: Look): Promise<void> {
  await browser.action.setIcon({ path: iconPaths(look) });
  await browser.action.setTitle({ title: t(`look_${look}`) });
}

/** To be called while the background starts: it is then started with the browser, too. */
export function keepLook(): void {
  const wearChosen = () =>
    readLook()
      .then(wear)
      .catch((cause) => console.warn("the button looks as usual:", cause));
  browser.runtime.onStartup.addListener(() => void wearChosen());
  watchLook(() => void wearChosen());
  void wearChosen();
}
