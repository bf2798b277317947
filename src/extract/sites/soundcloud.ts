/** SoundCloud: the drawn page, else the data that it is drawn from. */
import { mediaReader } from "@/src/extract/media-page";
import { all, type Page } from "@/src/extract/page";
import { isNode, type SchemaNode } from "@/src/extract/schema-node";

export const soundcloud = mediaReader({
  name: "soundcloud",
  hosts: ["soundcloud.com"],
  namedKey: ({ url }) =>
    /^\/[^/]+\/(?!sets$|tracks$|albums$|likes$|reposts$|followers$|following$)[\w-]+\/?$/.test(url?.pathname ?? "")
      ? url?.pathname
      : undefined,
  author:
    ".fullListenHero .soundTitle__username[href], .fullHero .soundTitle__username[href], .fullHero__username a[href], .soundTitle__usernameHeroContainer a[href]",
  handle: /^\/([\w-]+)\/?$/,
  time: ".fullHero time[datetime], .fullListenHero time[datetime], .fullHero__uploadTime time",
  shownTime: (words) => (/^(.+?) ?\1$/s.exec(words)?.[1] ?? words).trim(),
  mediaCount: 1,
  more(reading, page, key) {
    const sound = soundIn(page, key);
    if (sound === null) return;
    const user = isNode(sound.user) ? sound.user : {};
    const text = (value: unknown) => (typeof value === "string" ? value : undefined);
    const stableId = typeof user.id === "number" ? user.id : undefined;
    if (reading.claims.handle === undefined)
      reading.author({ handle: text(user.permalink), displayName: text(user.username), stableId }, "page data user");
    reading.time(text(sound.created_at), "page data created_at");
  },
});

/** The page's data, where it describes the sound in the address. */
function soundIn(page: Page, path: string): SchemaNode | null {
  const script = all(page.root, "script:not([src])", 60).find((one) => one.textContent?.includes("__sc_hydration"));
  const json = /__sc_hydration\s*=\s*(\[[\s\S]*\]);/.exec(script?.textContent?.slice(0, 1_000_000) ?? "")?.[1];
  const data: unknown = json === undefined ? null : JSON.parse(json);
  const parts = Array.isArray(data) ? data.slice(0, 50).filter(isNode) : [];
  const sound = parts.find((part) => part.hydratable === "sound")?.data;
  const isOwn = isNode(sound) && URL.parse(String(sound.permalink_url))?.pathname === path.replace(/\/$/, "");
  return isOwn ? sound : null;
}
