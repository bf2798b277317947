/** vichan, lynxchan's vichan theme and other boards after Tinyboard. Names are not accounts. */
import { attributeOf, inPath, linkOf, ownOne, wordsOf } from "@/src/extract/dom";
import { numberInHash } from "@/src/extract/forum";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = ".post.op[id^='op_'], .post.reply[id^='reply_']";

export const vichan: SiteReader = {
  name: "vichan",
  anyHost: "software",
  knows: ({ root }) => root.querySelector(`:is(${POST}) .intro`) !== null,
  named(page) {
    const post = numberInHash(page, /^#q?(\d+)$/);
    if (post !== undefined) return { key: post };
    const opening = inPath(page.url, /\/(?:res|thread)\/(\d+)/);
    return opening === undefined ? null : { key: opening, isTopic: true };
  },
  posts: ({ root }) =>
    all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: /(\d+)$/.exec(element.id)?.[1] ?? null })),
  readPost,
};

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("vichan");
  const intro = ownOne(post, ".intro", POST) ?? post;
  reading.author(
    { displayName: wordsOf(intro.querySelector(".name")), stableId: wordsOf(intro.querySelector(".poster_id")) },
    "intro name",
  );
  const time = intro.querySelector("time[datetime]");
  reading.time(attributeOf(time, "datetime"), "intro time[datetime]").say("postedAtText", wordsOf(time), "intro time");
  reading.say("permalink", linkOf(intro.querySelector("a.post_no[href*='#']"), page), "intro post_no");
  reading.say("title", wordsOf(intro.querySelector(".subject")), "intro subject");
  reading.say("text", wordsOf(ownOne(post, ".body", POST), 100_000), "post body");
  return reading.deny("handle", "repostedBy", "text");
}
