/**
 * Which platform an address belongs to, by its host alone. The page is not asked, so it cannot claim to be another one.
 * It cannot know a Mastodon server that is not listed, nor that a site sits behind a delivery network: those are "web".
 */
import platforms from "./platforms.json";

interface Platform {
  id: string;
  name: string;
  /** The host itself and everything below it. Empty where no host tells (a delivery network): never matches. */
  hosts: string[];
  /** Link shorteners of the platform, matched like `hosts`. */
  shortHosts: string[];
  /** Where present, only addresses whose path is one of these, or lies below one. */
  paths?: string[];
}

const PLATFORMS: readonly Platform[] = platforms;
const BY_ID = new Map(PLATFORMS.map((platform) => [platform.id, platform]));
const BY_HOST = new Map(
  PLATFORMS.flatMap((platform) => [...platform.hosts, ...platform.shortHosts].map((host) => [host, platform] as const)),
);

/**
 * The id of the platform that `url` belongs to, or "web". The most specific host wins: `drive.google.com` before
 * `google.com`. Ports and one trailing dot of the host do not matter; anything but http and https is "web".
 */
export function platformOf(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return "web";
  for (const host of hostAndParents(parsed.hostname.replace(/\.$/, ""))) {
    const platform = BY_HOST.get(host);
    if (platform !== undefined && allowsPath(platform, parsed.pathname)) return platform.id;
  }
  return "web";
}

/** The name to show for a platform, or `null` for "web" and for an id that is not in the directory. */
export function platformName(id: string): string | null {
  return BY_ID.get(id)?.name ?? null;
}

/** `a.b.c` → `a.b.c`, `b.c`, `c`. */
function hostAndParents(host: string): string[] {
  const labels = host.split(".");
  return labels.map((_, index) => labels.slice(index).join("."));
}

function allowsPath(platform: Platform, path: string): boolean {
  return platform.paths?.some((allowed) => path === allowed || path.startsWith(`${allowed}/`)) ?? true;
}
