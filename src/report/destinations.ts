/**
 * The places that take reports for a platform, with what each asks for and how well it is known.
 * Only addresses and words: nothing here opens, fills in or sends anything.
 */
import directory from "./directory.json";
import type { Directory, DirectoryFlow, DirectoryPlatform } from "./schema";

/** One place that takes reports. `url` is absent where a report is made by e-mail or only inside the platform. */
export interface Destination extends DirectoryFlow {
  platform: string;
  /** True for the platform's first route for an adult about an intimate image. It may still be a general one. */
  isFirstChoice: boolean;
}

// The compiler reads a JSON file's texts as plain strings. tests/unit/report/schema.test.ts holds the file to the type.
const PLATFORMS = new Map((directory as unknown as Directory).platforms.map((platform) => [platform.id, platform]));

/**
 * Every known destination of a platform, the first choice for an intimate image first, then in the directory's order.
 * @param platformId Id from the directory. "generic" has the steps for any other site; an unknown id has none.
 */
export function destinationsFor(platformId: string): Destination[] {
  const platform = PLATFORMS.get(platformId);
  if (platform === undefined) return [];
  const all = platform.flows.map((flow) => toDestination(platform, flow));
  return [...all.filter((one) => one.isFirstChoice), ...all.filter((one) => !one.isFirstChoice)];
}

/** What to know before reporting to this platform at all; `null` where nothing was noted. */
export function platformCaution(platformId: string): string | null {
  return PLATFORMS.get(platformId)?.caution ?? null;
}

function toDestination(platform: DirectoryPlatform, flow: DirectoryFlow): Destination {
  return { ...flow, platform: platform.id, isFirstChoice: flow.id === platform.bestNciiFlow };
}
