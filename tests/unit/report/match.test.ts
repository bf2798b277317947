import { describe, expect, test } from "vitest";
import platforms from "@/src/model/platforms.json";
import { destinationsFor, platformCaution } from "@/src/report/destinations";
import { formFor } from "@/src/report/match";

/** An address of a platform, whatever its post is. */
function anAddressOf(platform: { hosts: string[]; paths?: string[] }): string {
  return `https://${platform.hosts[0]}${platform.paths?.[0] ?? "/someone/1"}`;
}

const WITH_HOSTS = platforms.filter(({ hosts }) => hosts.length > 0);

describe("destinations", () => {
  test.each(platforms)("$id has some, each with its sources, the best first", ({ id }) => {
    const all = destinationsFor(id);
    expect(all.length).toBeGreaterThan(0);
    expect(all.map((one) => one.isFirstChoice)).toEqual(all.map((_, index) => index === 0));
    for (const one of all) {
      expect(one.platform).toBe(id);
      expect(one.sources.length).toBeGreaterThan(0);
    }
  });

  test("an unknown platform has none", () => {
    for (const id of ["web", "", "__proto__"]) {
      expect(destinationsFor(id)).toEqual([]);
      expect(platformCaution(id)).toBeNull();
    }
  });
});

/** Where a person is sent first. A changed host here is a change that someone has to look at. */
const FIRST_HOST: Record<string, string | null> = {
  facebook: "about.meta.com",
  instagram: "about.meta.com",
  threads: "about.meta.com",
  messenger: "about.meta.com",
  whatsapp: "faq.whatsapp.com",
  x: "help.x.com",
  tiktok: "www.tiktok.com",
  snapchat: "help.snapchat.com",
  youtube: "support.google.com",
  reddit: "www.reddit.com",
  tumblr: "www.tumblr.com",
  pinterest: "help.pinterest.com",
  linkedin: "www.linkedin.com",
  discord: "discord.com",
  telegram: "telegram.org",
  twitch: "help.twitch.tv",
  bluesky: "forms.bsky.app",
  mastodon: "docs.joinmastodon.org",
  vk: "vk.com",
  weibo: "service.account.weibo.com",
  lihkg: "lihkg.com",
  hkgolden: "www.hkgolden.com",
  quora: "help.quora.com",
  medium: "help.medium.com",
  flickr: "www.flickrhelp.com",
  imgur: "help.imgur.com",
  onlyfans: "onlyfans.com",
  pornhub: "www.pornhub.com",
  "aylo-network": "www.pornhub.com",
  xvideos: "info.xvideos.net",
  xnxx: "info.xnxx.com",
  xhamster: "xhamster.com",
  stripchat: "support.stripchat.com",
  spankbang: "spankbang.com",
  chaturbate: "chaturbate.com",
  "google-search": "support.google.com",
  bing: "www.microsoft.com",
  "yahoo-search": "help.yahoo.com",
  duckduckgo: "duckduckgo.com",
  "google-drive": "support.google.com",
  onedrive: "www.microsoft.com",
  dropbox: "www.dropbox.com",
  mega: "mega.io",
  gofile: "gofile.io",
  mediafire: "www.mediafire.com",
  "wordpress-com": "en.wordpress.com",
  blogger: "support.google.com",
  substack: "substack.com",
  vimeo: "help.vimeo.com",
  dailymotion: "legal.dailymotion.com",
  kick: null, // only an e-mail address is known
  line: "contact-cc.line.me",
  wechat: null, // only an e-mail address is known
  bumble: "bumble.com",
  tinder: "www.help.tinder.com",
};

describe("the form offered first", () => {
  test("is known for every platform that has hosts", () => {
    expect(WITH_HOSTS.map(({ id }) => id)).toEqual(Object.keys(FIRST_HOST));
  });

  test.each(WITH_HOSTS)("of $id is on a host of its own operator, over https", (platform) => {
    const form = formFor(anAddressOf(platform));
    expect(form === null ? null : new URL(form.url).hostname).toBe(FIRST_HOST[platform.id]);
    if (form === null) return;
    expect(new URL(form.url).protocol).toBe("https:");
    expect(form.platform).toBe(platform.id);
    expect(form.platformName).toBe(platform.name);
  });

  /** What is put into it where a source shows the parameter; see the last test here. */
  const TAKES_ADDRESS = new Set(["dropbox"]);

  test.each(WITH_HOSTS)("of $id is for anyone and carries nothing of the page", (platform) => {
    const form = formFor(`${anAddressOf(platform)}?secret=1#also`);
    if (form === null) return;
    expect(form.destination.regions).toBeUndefined();
    expect(form.destination.kind).not.toBe("copyright");
    if (TAKES_ADDRESS.has(platform.id)) return;
    expect(form.url).not.toMatch(/secret|also|someone/);
    expect(destinationsFor(platform.id).some((one) => one.url === form.url)).toBe(true);
  });

  test("says how its link is known, and that nobody has opened it", () => {
    const form = formFor("https://www.instagram.com/p/abc/");
    expect(form).toMatchObject({
      platform: "instagram",
      isBestForIntimateImage: true,
      isHowTo: true,
      confidence: "verified-in-stored-source",
      sourceTier: "official-page",
      checked: null,
    });
    expect(form?.caution).toMatch(/24 hours/);
  });

  test("is a general page where the best route is an e-mail address", () => {
    expect(formFor("https://t.me/channel/1")).toMatchObject({
      url: "https://telegram.org/faq",
      isBestForIntimateImage: false,
      isHowTo: true,
    });
  });

  test("is not a form known only from a third party where the platform has a general page", () => {
    expect(formFor("https://xhamster.com/videos/1")).toMatchObject({
      url: "https://xhamster.com/info/trust-and-safety",
      isBestForIntimateImage: false,
      sourceTier: "third-party",
    });
  });

  test.each<[string, boolean, boolean]>([
    ["https://www.youtube.com/watch?v=1", true, false],
    ["https://discord.com/channels/1", true, false],
    ["https://www.google.com/search?q=a", true, true],
    ["https://www.bing.com/images/search?q=a", true, false],
    ["https://duckduckgo.com/?q=a", false, false],
    ["https://www.quora.com/a", false, false],
    ["https://lihkg.com/thread/1", false, true],
    ["https://spankbang.com/1", false, false],
  ])("says of the one for %s whether it is for intimate images (%s) and only explains (%s)", (url, isFor, isHowTo) => {
    expect(formFor(url)).toMatchObject({ isBestForIntimateImage: isFor, isHowTo });
  });

  test("is a help page with an uncertain source rather than nothing, and says so", () => {
    expect(formFor("https://tinder.com/@someone")).toMatchObject({ confidence: "uncertain", sourceTier: "background" });
  });

  test.each([
    "https://example.org/",
    "https://facebook.com.evil.example/",
    "https://kick.com/someone",
    "about:blank",
    "not an address",
  ])("is nothing for %s", (url) => {
    expect(formFor(url)).toBeNull();
  });
});

test("a page's address is put into a form only where a source shows the parameter, and no name or password with it", () => {
  const shared = "https://jo:secret@www.dropbox.com/scl/fi/abc/a.jpg?rlkey=x&dl=0";
  const form = new URL(formFor(shared)!.url);
  expect(form.origin + form.pathname).toBe("https://www.dropbox.com/report_abuse");
  expect([...form.searchParams]).toEqual([["ssu", "https://www.dropbox.com/scl/fi/abc/a.jpg?rlkey=x&dl=0"]]);
  for (const url of [
    "https://www.reddit.com/r/a/comments/zebra/",
    "https://weibo.com/1/zebra",
    "https://x.com/a/status/zebra",
  ])
    expect(formFor(url)?.url ?? "").not.toContain("zebra");
});
