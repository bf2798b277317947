/** GitHub issues, pull requests and discussions: the layout since 2024 and the one before. */
import { attributeOf, bare, inPath, linkOf, ownAll, wordsOf } from "@/src/extract/dom";
import { numberInHash } from "@/src/extract/forum";
import { all, type Page } from "@/src/extract/page";
import { Reading } from "@/src/extract/reading";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "@/src/extract/site-reader";

const ISSUE = '[data-testid="issue-body"], [data-testid="issue-viewer-container"] [class*="IssueBodyContainer"]';
const COMMENT = '.react-issue-comment, [data-testid^="comment-viewer-outer-box-"]';
const OLD = ".timeline-comment";
const BLOCK = `${ISSUE}, ${COMMENT}, ${OLD}`;
const NUMBER = /^\/[^/]+\/[^/]+\/(?:issues|pull|discussions)\/(\d+)/;
const USER = /^\/([\w-]+(?:\[bot\])?)\/?$/;

export const github: SiteReader = {
  name: "github",
  hosts: ["github.com"],
  named,
  posts,
  readPost,
};

function named(page: Page): NamedPost | null {
  const number = inPath(page.url, NUMBER);
  const comment = numberInHash(page, /^#(?:issuecomment|discussioncomment|discussion_r|issue)-?(\d+)$/);
  if (number === undefined) return null;
  return comment === undefined ? { key: "opening", isTopic: true } : { key: comment };
}

function posts(page: Page): PostBlock[] {
  const elements = all(page.root, BLOCK, MAX_BLOCKS).filter((one) => one.parentElement?.closest(BLOCK) == null);
  const isIssue = inPath(page.url, NUMBER) !== undefined && !isNamed(page);
  return elements.map((element, index) => ({
    element,
    key: isIssue && index === 0 && isOpening(element, page) ? "opening" : idOf(element, page),
  }));
}

/** Long issues are drawn in parts: the first thing on the page can be a comment. */
function isOpening(element: Element, page: Page): boolean {
  return !/^#(?:issue|discussion)comment/.test(linkOf(timeLink(element), page)?.hash ?? "");
}

function isNamed(page: Page): boolean {
  return named(page)?.isTopic !== true;
}

function timeLink(post: Element): Element | null {
  const times = ownAll(post, "a[href] relative-time[datetime]", BLOCK, 5);
  return times[0]?.closest("a[href]") ?? null;
}

function idOf(post: Element, page: Page): string | null {
  return /(\d+)$/.exec(linkOf(timeLink(post), page)?.hash ?? "")?.[1] ?? null;
}

function readPost({ element: post, key }: PostBlock, page: Page): Reading {
  const reading = new Reading("github");
  const link = timeLink(post);
  const time = link?.querySelector("relative-time");
  reading
    .time(attributeOf(time, "datetime"), "comment relative-time")
    .say("postedAtText", wordsOf(time), "comment relative-time");
  const address = linkOf(link, page);
  reading.say("permalink", key === "opening" ? bare(address) : address, "comment time link");
  const links = ownAll(
    post,
    'a[data-testid="issue-body-header-author"], a[data-testid="avatar-link"], a.author[href], a[data-hovercard-type="user"]',
    BLOCK,
    10,
  );
  const author = links.find((one) => wordsOf(one) !== undefined && USER.test(linkOf(one, page)?.pathname ?? ""));
  const profile = bare(linkOf(author, page));
  reading.author({ handle: inPath(profile, USER), profile }, "comment author").deny("handle");
  const text = ownAll(post, '[data-testid="markdown-body"], .markdown-body, .comment-body', BLOCK, 2)[0];
  return reading.say("text", wordsOf(text, 100_000), "comment body").deny("repostedBy", "text");
}
