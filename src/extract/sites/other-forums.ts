/** Smaller forum software, read with the little that its themes share. */
import { inPath } from "@/src/extract/dom";
import { forumReader, numberInHash, without } from "@/src/extract/forum";

export const vanilla = forumReader({
  name: "vanilla",
  anyHost: "software",
  knows: ({ root }) => root.querySelector(".ItemDiscussion[id^='Discussion_'], .ItemComment[id^='Comment_']") !== null,
  post: ".ItemDiscussion[id^='Discussion_'], .ItemComment[id^='Comment_']",
  nested: "blockquote",
  key: (post) => post.id,
  namedKey: (page) => {
    const comment = numberInHash(page, /^#Comment_(\d+)$/) ?? inPath(page.url, /\/discussion\/comment\/(\d+)/);
    return comment === undefined ? undefined : `Comment_${comment}`;
  },
  isTopic: ({ url }) => /\/discussion\/\d+\/[^/]+(?:\/p1)?\/?$/.test(url?.pathname ?? ""),
  author: "a.Username",
  time: "a.Permalink time[datetime], time[datetime]",
  link: "a.Permalink[href]",
  text: ".Message",
});

export const mybb = forumReader({
  name: "mybb",
  anyHost: "software",
  knows: ({ root }) => root.querySelector(".post[id^='post_'] .post_author") !== null,
  post: ".post[id^='post_']",
  nested: "blockquote, .signature",
  key: (post) => /^post_(\d+)$/.exec(post.id)?.[1] ?? null,
  namedKey: (page) => numberInHash(page, /^#pid(\d+)$/) ?? page.url?.searchParams.get("pid") ?? undefined,
  isTopic: ({ url }) => !/[?&-](?:page|action)[=-]/.test(`${url?.pathname}${url?.search}`),
  author: ".author_information .largetext a, .post_author .largetext a, .author_information a[href*='user']",
  time: ".post_date",
  moment: () => null,
  shownTime: (words) => words.split(/\n|\(This post|\(Dieser/)[0]?.trim(),
  link: ".post_head a[href*='#pid'], a[id^='postcount'], .float_right a[href*='pid']",
  permalink: (link) => without(link, "sid"),
  text: ".post_body",
});

export const smf = forumReader({
  name: "smf",
  anyHost: "software",
  knows: ({ root }) =>
    root.querySelector(".post_wrapper .poster") !== null && root.querySelector("#forumposts") !== null,
  post: ".post_wrapper",
  nested: "blockquote, .signature",
  key: (post) => /(\d+)$/.exec(post.querySelector("[id^='subject_'], [id^='msg_']")?.id ?? "")?.[1] ?? null,
  namedKey: (page) => numberInHash(page, /^#msg(\d+)$/) ?? inPath(page.url, /\.msg(\d+)/) ?? undefined,
  isTopic: ({ url }) => /topic[=,]\d+(?:\.0)?(?:\.html)?$/.test(`${url?.pathname}${url?.search}`),
  author: ".poster h4 a",
  profile: (link) => without(link, "PHPSESSID"),
  time: ".keyinfo .smalltext, .postinfo .smalltext, .postinfo .page_number ~ a",
  moment: () => null,
  shownTime: (words) => words.replace(/^«\s*|\s*»$/g, "").replace(/^[^:\d]{0,40}:\s/, ""),
  link: ".keyinfo h5 a[href*='msg'], .postinfo a[href*='msg']",
  permalink: (link) => without(link, "PHPSESSID"),
  text: ".post .inner",
});

export const forumotion = forumReader({
  name: "forumotion",
  anyHost: "software",
  knows: ({ root }) =>
    root.querySelector(".post[id^='p'] .postprofile a[href^='/u']") !== null &&
    root.querySelector("h3 a[href^='#'], .topic-title a[href*='#']") !== null,
  post: ".post[id^='p']",
  nested: "blockquote, .signature_div",
  key: (post) => /^p(\d+)$/.exec(post.id)?.[1] ?? null,
  namedKey: (page) => numberInHash(page, /^#p?(\d+)$/),
  isTopic: ({ url }) => /^\/t\d+-/.test(url?.pathname ?? ""),
  author: ".postprofile a[href^='/u'], p.author a[href^='/u']",
  time: "p.author",
  moment: () => null,
  shownTime: (words) => words.split("»").at(-1)?.trim(),
  link: "h3 a[href*='#'], .topic-title a[href*='#']",
  text: ".content, .entry-content",
});
