/** Publishing platforms whose articles tell nearly everything in their heads. */
import { bare, inPath, linkOf, wordsOf } from "@/src/extract/dom";
import { mediaReader } from "@/src/extract/media-page";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { onlyDate } from "@/src/extract/when/calendar";

/** The head's time is that of publication; the JSON-LD of older pages has that of the first draft. */
export const medium = mediaReader({
  name: "medium",
  platforms: ["medium"],
  anyHost: "platform",
  knows: (page) =>
    (page.url?.hostname.endsWith("medium.com") ?? false) ||
    (page.meta.get("al:android:package")?.includes("com.medium.reader") ?? false),
  namedKey: ({ url }) => inPath(url, /-([0-9a-f]{8,12})\/?$/),
  more(reading, page) {
    if (!page.isMetadataOwn) return;
    reading.time(onlyMeta(page, "article:published_time"), "meta:article:published_time");
    const author = linkOfMeta(page, "article:author");
    const handle = inPath(author, /^\/@([\w.-]+)\/?$/);
    if (handle !== undefined)
      reading.author({ handle, displayName: onlyMeta(page, "author"), profile: author }, "meta:article:author");
    reading.say(
      "postedAtText",
      wordsOf(page.root.querySelector('time.post-date, [data-testid="storyPublishDate"]')),
      "story date",
    );
  },
});

function linkOfMeta(page: Page, name: string): URL | null {
  return bare(URL.parse(onlyMeta(page, name) ?? ""));
}

export const substack = mediaReader({
  name: "substack",
  platforms: ["substack"],
  anyHost: "platform",
  knows: ({ root, url }) =>
    (url?.hostname.endsWith("substack.com") ?? false) ||
    root.querySelector(
      'head link[href*="substackcdn.com"]:is([rel="preconnect"], [rel="stylesheet"], [rel~="icon"])',
    ) !== null,
  namedKey: ({ url }) => inPath(url, /^\/p\/([\w-]+)\/?$/),
  handleInProfile: /^\/@([\w.-]+)\/?$/,
  more(reading, page) {
    const header = page.root.querySelector(".post-header");
    const link = header?.querySelector('a[href*="substack.com/@"], a[href*="substack.com/profile/"]') ?? null;
    const profile = bare(linkOf(link, page));
    const handle = inPath(profile, /^\/@([\w.-]+)\/?$/);
    if (handle !== undefined) reading.author({ handle, displayName: wordsOf(link), profile }, "post-header link");
    const leaves =
      header === null ? [] : all(header, "div, span, time", 200).filter((one) => one.childElementCount === 0);
    const dates = leaves
      .map((one) => wordsOf(one) ?? "")
      .filter((words) => onlyDate(words, page.root.getAttribute("lang")) !== null);
    if (new Set(dates).size === 1) reading.say("postedAtText", dates[0], "post-header date");
  },
});
