/** LIHKG. Class names are made by the build; posts carry their id, names link to profiles. */
import { attributeOf, bare, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = "[data-post-id]";

export const lihkg: SiteReader = {
  name: "lihkg",
  platforms: ["lihkg"],
  knows: ({ root }) => root.querySelector(POST) !== null,
  named,
  posts: ({ root }) => all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: placeOf(element) ?? null })),
  readPost,
};

/** `?post=N` counts within the thread, and so does the `#N` that every post shows. */
function named({ url }: Page): NamedPost | null {
  const place = url?.searchParams.get("post");
  if (place) return { key: place };
  return /^\/thread\/\d+(?:\/page\/1)?\/?$/.test(url?.pathname ?? "") ? { key: "1", isTopic: true } : null;
}

function placeOf(post: Element): string | undefined {
  const shown = ownAll(post, "small span, small", POST, 10).map((one) => /^#(\d+)/.exec(wordsOf(one) ?? "")?.[1]);
  return shown.find((place) => place !== undefined) ?? attributeOf(post, "id");
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("lihkg");
  const link = ownOne(post, "small a[href^='/profile/'], span > a[href^='/profile/']", POST);
  const profile = bare(linkOf(link, page));
  const name = wordsOf(link);
  reading
    .author(
      { handle: name, displayName: name, profile, stableId: inPath(profile, /^\/profile\/(\d+)/) },
      "post profile link",
    )
    .deny("handle");
  const time = ownOne(post, "small [data-tip], small span[title]", POST);
  reading.say(
    "postedAtText",
    attributeOf(time, "data-tip") ?? attributeOf(time, "title") ?? wordsOf(time),
    "post time",
  );
  const text = post.querySelector("[data-ast-root], article") ?? longest(post);
  return reading.say("text", wordsOf(text, 100_000), "post text").deny("repostedBy", "postedAt", "text");
}

/** The words stand in the part with the most of them, beside the head. */
function longest(post: Element): Element | null {
  const parts = all(post, ":scope > div", 10).filter((part) => part.querySelector("small") === null);
  return parts.sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0] ?? null;
}
