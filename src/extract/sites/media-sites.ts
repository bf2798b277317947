/** Sites where an address names one video, picture or article, and whose markup has a place for each fact. */
import { inPath, wordsOf } from "@/src/extract/dom";
import { mediaReader } from "@/src/extract/media-page";
import { onlyDate } from "@/src/extract/when/calendar";

export const ninegag = mediaReader({
  name: "9gag",
  hosts: ["9gag.com"],
  namedKey: ({ url }) => inPath(url, /^\/gag\/(\w+)/),
  root: ({ root }, key) => root.querySelector(`[id="jsid-post-${key}"], [data-entry-id="${key}"]`),
  author: ".ui-post-creator__author[href^='/u/']",
  handle: /^\/u\/([^/]+)\/?$/,
  time: ".ui-post-creator__creation",
  moment: () => null,
  mediaCount: 1,
});

export const flickr = mediaReader({
  name: "flickr",
  platforms: ["flickr"],
  namedKey: ({ url }) => inPath(url, /^\/photos\/[^/]+\/(\d+)/),
  author: "a.owner-name[href^='/photos/'], a.owner-name[href*='flickr.com/photos/'], .attribution-info a.owner-name",
  handle: /^\/(?:photos|people)\/([^/]+)\/?$/,
  stableId: /^\/(?:photos|people)\/(\d+@N\d+)\/?$/,
  title: "h1.photo-title, h1.meta-field.photo-title",
  mediaCount: 1,
  more(reading, page) {
    const words = wordsOf(page.root.querySelector(".date-posted-label"));
    const date = words === undefined ? null : onlyDate(words, page.root.getAttribute("lang"));
    reading.say("postedAtText", words, "date-posted-label").say("postedAtDate", date, "date-posted-label");
  },
});

export const imgur = mediaReader({
  name: "imgur",
  platforms: ["imgur"],
  namedKey: ({ url }) => inPath(url, /^\/(?:gallery|a|t\/[^/]+)\/(?:[^/]*-)?(\w{5,})\/?$/),
  author:
    ".Gallery-Header a[href*='/user/'], .Info-Wrapper a[href*='/user/'], .post-account[href*='/user/'], a.author-name[href*='/user/']",
  handle: /^\/user\/([^/]+)\/?$/,
  time: ".Info-Wrapper .date[title], .post-title-meta .date[title], .Info-Wrapper time",
  moment: () => null,
});

export const quora = mediaReader({
  name: "quora",
  platforms: ["quora"],
  namedKey: ({ url }) => inPath(url, /^\/(?:[^/]+\/)?[^/]+\/answers?\/([^/]+)\/?$/),
  more(reading, page, key) {
    const links = [...page.root.querySelectorAll("a[href*='/profile/']")].slice(0, 200);
    const own = links.filter((link) => link.getAttribute("href")?.split(/[?#]/)[0]?.endsWith(`/profile/${key}`));
    const name = own.map((link) => wordsOf(link)).find(Boolean);
    const profile = own[0] && URL.parse(own[0].getAttribute("href") ?? "", page.base?.href);
    if (name !== undefined) reading.author({ handle: key, displayName: name, profile }, "answer profile link");
    reading.say(
      "postedAtText",
      wordsOf(page.root.querySelector("a.answer_timestamp, a[class*='timestamp'][href*='/answer/']")),
      "answer timestamp",
    );
  },
});

export const twitch = mediaReader({
  name: "twitch",
  platforms: ["twitch"],
  namedKey: ({ url }) =>
    inPath(url, /^\/videos\/(\d+)/) ??
    inPath(url, /^\/\w+\/clip\/([\w-]+)/) ??
    (url?.hostname.startsWith("clips.") ? inPath(url, /^\/([\w-]+)/) : undefined),
  author:
    ".channel-info-content a[href]:has(h1), #live-channel-stream-information a[href]:has(h1), .metadata-layout__support a[href]:has(h1)",
  handle: /^\/(\w{2,30})\/?$/,
  mediaCount: 1,
});

export const lesswrong = mediaReader({
  name: "lesswrong",
  hosts: ["lesswrong.com", "alignmentforum.org", "forum.effectivealtruism.org"],
  namedKey: ({ url }) => (url?.searchParams.has("commentId") ? undefined : inPath(url, /^\/posts\/(\w+)/)),
  author: "[class*='PostsAuthors-authorName'] a[href^='/users/'], [class*='PostsAuthors'] a[href^='/users/']",
  handle: /^\/users\/([^/]+)\/?$/,
  time: "[class*='PostsPageDate'] time[datetime], [class*='PostsPageHeader-date'] time[datetime]",
  title: "[class*='PostsPageTitle']",
});

export const snapchat = mediaReader({
  name: "snapchat",
  platforms: ["snapchat"],
  namedKey: ({ url }) => inPath(url, /\/spotlight\/([\w-]+)/) ?? inPath(url, /^\/p\/[\w-]+\/(\w+)/),
  mediaCount: 1,
  more(reading, page, key) {
    const own = page.canonical.find(({ pathname }) => pathname.includes(`/${key}`)) ?? null;
    reading.author({ handle: inPath(own, /^\/@([\w.-]+)\/spotlight\//) }, "link canonical");
  },
});
