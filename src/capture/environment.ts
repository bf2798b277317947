/** With what a capture was made. The account that is logged in is not among it. */
import type { PageGeometry, PageSurroundings } from "@/src/messaging/page-side";
import type { Environment, ProgramEnvironment } from "@/src/model/exhibit";
import { browser } from "@/src/platform/browser";

declare const __BUILD_HASH__: string;

/** `version+build`, as the custody log names the program. The build hash is that of the source files. */
export function appVersion(): string {
  return `${browser.runtime.getManifest().version}+${__BUILD_HASH__}`;
}

export async function environment(tabId: number, page: PageSurroundings, geometry: PageGeometry): Promise<Environment> {
  const [tab, program, platform, zoom] = await Promise.all([
    browser.tabs.get(tabId),
    browserName(),
    browser.runtime.getPlatformInfo(),
    browser.tabs.getZoom(tabId),
  ]);
  return {
    browser: program,
    os: `${platform.os} ${platform.arch}`,
    extVersion: browser.runtime.getManifest().version,
    extBuildHash: __BUILD_HASH__,
    userAgent: page.userAgent,
    viewport: { widthCss: geometry.viewWidthCss, heightCss: geometry.viewHeightCss },
    dpr: geometry.dpr,
    zoom,
    lang: page.languages,
    privateWindow: tab.incognito,
  };
}

/** The same without a page. */
export async function programEnvironment(): Promise<ProgramEnvironment> {
  const [program, { os, arch }] = await Promise.all([browserName(), browser.runtime.getPlatformInfo()]);
  return {
    browser: program,
    os: `${os} ${arch}`,
    extVersion: browser.runtime.getManifest().version,
    extBuildHash: __BUILD_HASH__,
    userAgent: navigator.userAgent,
  };
}

interface BrandedNavigator {
  userAgentData?: {
    getHighEntropyValues(hints: string[]): Promise<{ fullVersionList?: { brand: string; version: string }[] }>;
  };
}

/** Name and full version, e.g. "Chromium 156.0.8078.79". */
export async function browserName(): Promise<string> {
  if (browser.runtime.getBrowserInfo) {
    const { name, version } = await browser.runtime.getBrowserInfo();
    return `${name} ${version}`;
  }
  const { userAgentData } = navigator as BrandedNavigator;
  const { fullVersionList = [] } = (await userAgentData?.getHighEntropyValues(["fullVersionList"])) ?? {};
  // Chromium adds an invented brand on purpose, so that nobody counts on a fixed list.
  const real = fullVersionList.filter(({ brand }) => !/not.?a.?brand/i.test(brand));
  const named = real.find(({ brand }) => brand !== "Chromium") ?? real[0];
  return named ? `${named.brand} ${named.version}` : navigator.userAgent.slice(0, 200);
}
