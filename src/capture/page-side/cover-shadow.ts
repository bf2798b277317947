/**
 * The covers inside shadow roots, where the browser does not carry our style sheets: the root adopts them. The page could
 * take them off again, so it is looked at each time whether they are still there.
 */

import { type CoverSheet, coverSheet } from "@/src/capture/cover-sheets";
import type { WiderCover } from "@/src/messaging/page-side";

export class ShadowCovers {
  readonly #sheets = new Map<CoverSheet, CSSStyleSheet>();
  readonly #wanted = new Map<ShadowRoot, Set<CoverSheet>>();

  /** @returns Whether all were in place already. */
  put(root: ShadowRoot, ...wider: WiderCover[]): boolean {
    const wanted = this.#wanted.get(root) ?? new Set<CoverSheet>(["still", "covers"]);
    this.#wanted.set(root, wanted);
    for (const one of wider) wanted.add(one);
    const lacking = [...wanted].map((one) => this.#sheet(one)).filter((one) => !root.adoptedStyleSheets.includes(one));
    if (lacking.length > 0) root.adoptedStyleSheets.push(...lacking);
    return lacking.length === 0;
  }

  /** Takes off the covers, lets the page take its own looks again without sliding, then takes off the rest. */
  remove(): void {
    for (const root of this.#wanted.keys()) this.#keepOnly(root, this.#sheets.get("still"));
    for (const root of this.#wanted.keys()) if (root.host.isConnected) void getComputedStyle(root.host).color;
    document.documentElement.getBoundingClientRect();
    for (const root of this.#wanted.keys()) this.#keepOnly(root, undefined);
    this.#wanted.clear();
  }

  #keepOnly(root: ShadowRoot, kept: CSSStyleSheet | undefined): void {
    const ours = new Set([...this.#sheets.values()].filter((sheet) => sheet !== kept));
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
  }

  #sheet(name: CoverSheet): CSSStyleSheet {
    let sheet = this.#sheets.get(name);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(coverSheet(name, null));
      this.#sheets.set(name, sheet);
    }
    return sheet;
  }
}
