import { type BrowserKind, BUILD_FOLDER } from "../release-build";
import { driveChromium } from "./chromium";
import type { Driven, DriveOptions } from "./driven";
import { driveFirefox } from "./firefox";

/** Starts a real browser with the release build in it. */
export function drive(kind: BrowserKind, options: Omit<DriveOptions, "extension"> = {}): Promise<Driven> {
  const all = { ...options, extension: BUILD_FOLDER[kind] };
  return kind === "chromium" ? driveChromium(all) : driveFirefox(all);
}
