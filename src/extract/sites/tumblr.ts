/**
 * Tumblr. Blogs have themes of their own, so only the head is alike: its links to the app name blog and post. In the
 * dashboard, a post that was passed on shows several people; then it stays open who posted it.
 */
import { attributeOf, bare, linkOf, ownAll, wordsOf } from "@/src/extract/dom";
import { all, onlyMeta, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = '[tabindex="-1"][data-id]';
const APP_LINKS = ["al:android:url", "al:ios:url", "twitter:app:url:iphone", "twitter:app:url:googleplay"];

export const tumblr: SiteReader = {
  name: "tumblr",
  platforms: ["tumblr"],
  anyHost: "platform",
  knows: (page) => page.url?.hostname.endsWith("tumblr.com") || appLink(page) !== null,
  named({ url }) {
    const key = /^\/(?:post|image|[\w-]+)\/(\d{6,})/.exec(url?.pathname ?? "")?.[1];
    return key === undefined ? null : { key };
  },
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: element.getAttribute("data-id") })),
  readPost,
  readPage,
};

function appLink(page: Page): URLSearchParams | null {
  const links = APP_LINKS.flatMap((name) => page.meta.get(name) ?? []);
  const link = links.find((one) => one.startsWith("tumblr://x-callback-url/blog"));
  return link === undefined ? null : new URLSearchParams(link.split("?")[1]);
}

function readPage(page: Page, { key }: NamedPost): Reading {
  const reading = new Reading("tumblr").deny("repostedBy");
  const link = appLink(page);
  const blog = link?.get("blogName");
  if (!blog || link?.get("postID") !== key || !/^[\w-]{1,40}$/.test(blog)) return reading;
  const profile = new URL(`https://www.tumblr.com/${blog}`);
  return reading.author({ handle: blog, displayName: nameOfBlog(page), profile }, "meta app link blogName");
}

/** On the platform's own host the site's name is the platform's. */
function nameOfBlog(page: Page): string | undefined {
  const name = onlyMeta(page, "og:site_name");
  return name?.toLowerCase() === "tumblr" ? undefined : name;
}

function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("tumblr");
  const header = post.querySelector("header");
  const links = header === null ? [] : ownAll(header, "a[href]", POST, 10);
  const blogs = new Map(
    links.flatMap((link) => (blogOf(linkOf(link, page)) ? [[blogOf(linkOf(link, page)), link] as const] : [])),
  );
  const [[blog, link] = []] = blogs;
  if (blogs.size === 1) reading.author({ handle: blog, profile: bare(linkOf(link, page)) }, "post header");
  const own = ownAll(post, `a[href*="/${key}"]`, POST, 5)[0];
  reading.say("permalink", bare(linkOf(own, page)), "post link");
  const time = ownAll(post, "time[datetime]", POST, 1)[0];
  reading.time(attributeOf(time, "datetime"), "post time[datetime]").say("postedAtText", wordsOf(time), "post time");
  return reading.deny("handle", "repostedBy");
}

function blogOf(address: URL | null): string | undefined {
  const inHost = /^([\w-]+)\.tumblr\.com$/.exec(address?.hostname ?? "")?.[1];
  if (inHost !== undefined && inHost !== "www") return inHost;
  return inHost === "www" ? /^\/([\w-]+)\/?$/.exec(address?.pathname ?? "")?.[1] : undefined;
}
