/** The browser's own zoom, as a user sets it. It goes for all pages of one origin. */
import type { Driven } from "../drive/driven";

interface ExtensionWindow {
  chrome: {
    tabs: {
      query: (wanted: object) => Promise<{ id: number }[]>;
      setZoom: (tabId: number, zoom: number) => Promise<void>;
    };
  };
}

/** @param url A page of the origin. @param zoom 1 is 100 %. */
export async function zoomAll(driven: Driven, url: string, zoom: number): Promise<void> {
  const page = await driven.openPage(url);
  const popup = await driven.pressToolbarButton(page);
  await popup.run(async (wanted: number) => {
    const { tabs } = (document.defaultView as unknown as ExtensionWindow).chrome;
    const [inFront] = await tabs.query({ active: true, currentWindow: true });
    await tabs.setZoom(inFront!.id, wanted);
  }, zoom);
  await page.close();
}
