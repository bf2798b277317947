/** Stack Exchange. A post's last signature is its author's; one before it is the last editor's. */

import { declaredAs, matching } from "@/src/extract/count";
import { attributeOf, bare, inPath, linkOf, ownAll, ownOne, wordsOf } from "@/src/extract/dom";
import { numberInHash } from "@/src/extract/forum";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const POST = "#question[data-questionid], .answer[data-answerid], li.comment[data-comment-id]";
const NESTED = "li.comment";

export const stackexchange: SiteReader = {
  name: "stackexchange",
  hosts: [
    "stackoverflow.com",
    "stackexchange.com",
    "superuser.com",
    "serverfault.com",
    "askubuntu.com",
    "mathoverflow.net",
    "stackapps.com",
  ],
  knows: ({ root }) => root.querySelector("#question") !== null,
  named,
  posts: ({ root }) => all(root, POST, MAX_BLOCKS).map((element) => ({ element, key: keyOf(element) })),
  readPost: (block, page) => (block.element.matches(NESTED) ? readComment(block, page) : readPost(block, page)),
  /** Answers, without the question and the comments. */
  declared({ root }, blocks) {
    const total = root.querySelector("#answers-header h2[data-answercount]")?.getAttribute("data-answercount");
    if (!total) return null;
    return declaredAs(Number(total), matching(blocks, ".answer"));
  },
};

function named(page: Page): NamedPost | null {
  const comment = numberInHash(page, /^#comment(\d+)_/);
  if (comment !== undefined) return { key: `comment ${comment}` };
  const key = numberInHash(page, /^#(\d+)$/) ?? inPath(page.url, /^\/(?:a|questions\/\d+\/[^/]+)\/(\d+)/);
  if (key !== undefined) return { key };
  const question = inPath(page.url, /^\/(?:questions|q)\/(\d+)/);
  return question === undefined ? null : { key: question, isTopic: true };
}

function keyOf(post: Element): string | null {
  const comment = post.getAttribute("data-comment-id");
  return comment !== null
    ? `comment ${comment}`
    : (post.getAttribute("data-questionid") ?? post.getAttribute("data-answerid"));
}

function readPost({ element: post }: PostBlock, page: Page): Reading {
  const reading = new Reading("stackexchange");
  const isQuestion = post.id === "question";
  const signature = ownAll(post, ".post-signature", NESTED, 10).at(-1);
  const user = signature?.querySelector('a[href^="/users/"]:not(:has(img))') ?? null;
  sayUser(reading, user, page);
  const head = isQuestion
    ? page.root.querySelector("#question-header ~ div time[itemprop=dateCreated], #content time[itemprop=dateCreated]")
    : null;
  const isHeadOwn = head !== null && head.closest(".answer") === null;
  const time = isHeadOwn ? head : ownOne(post, "time[itemprop=dateCreated]", NESTED);
  const shown = signature?.querySelector(".user-action-time .relativetime");
  reading.time(moment(attributeOf(time, "datetime") ?? attributeOf(shown, "title")), "post dateCreated");
  reading.say("postedAtText", wordsOf(time) ?? wordsOf(shown), "post time");
  reading.say("text", wordsOf(ownOne(post, ".js-post-body, .s-prose", NESTED), 100_000), "post body");
  if (isQuestion) return reading.deny("repostedBy", "handle");
  return reading
    .say("permalink", linkOf(ownOne(post, "a.js-share-link[href]", NESTED), page), "post share link")
    .deny("repostedBy", "permalink");
}

function sayUser(reading: Reading, user: Element | null, page: Page): void {
  const profile = bare(linkOf(user, page));
  const name = wordsOf(user);
  reading
    .author(
      { handle: name, displayName: name, profile, stableId: inPath(profile, /^\/users\/(\d+)/) },
      "post signature",
    )
    .deny("handle");
}

function readComment({ element: comment }: PostBlock, page: Page): Reading {
  const reading = new Reading("stackexchange");
  sayUser(reading, comment.querySelector("a.comment-user[href]"), page);
  const date = comment.querySelector(".comment-date [title]");
  reading
    .time(moment(attributeOf(date, "title")), "comment date[title]")
    .say("postedAtText", wordsOf(date), "comment date");
  reading.say("permalink", linkOf(comment.querySelector("a.comment-link[href]"), page), "comment link");
  return reading
    .say("text", wordsOf(comment.querySelector(".comment-copy"), 100_000), "comment copy")
    .deny("repostedBy");
}

/** Titles add the licence after the time. */
function moment(title: string | undefined): string | undefined {
  return title?.split(",")[0];
}
