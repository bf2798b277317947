/** phpBB 3. Its times are text, but for 3.3, which has `time[datetime]`. */
import { declaredAs, numbersIn } from "@/src/extract/count";
import { withQuery, wordsOf } from "@/src/extract/dom";
import { forumReader, numberInHash } from "@/src/extract/forum";

const POST = "div.post[id^='p']";

export const phpbb = forumReader({
  name: "phpbb",
  anyHost: "software",
  knows: ({ root }) => root.querySelector(`${POST} .postprofile, ${POST} p.author`) !== null,
  post: POST,
  nested: "blockquote, .signature",
  key: (post) => /^p(\d+)$/.exec(post.id)?.[1] ?? null,
  namedKey: (page) => numberInHash(page, /^#p(\d+)$/) ?? page.url?.searchParams.get("p") ?? undefined,
  isTopic: ({ url }) => /viewtopic/.test(url?.pathname ?? "") && !/[?&](?:start=[1-9]|view=)/.test(url?.search ?? ""),
  author:
    ".postprofile a.username, .postprofile a.username-coloured, .postprofile span.username, p.author strong a, p.author .username, p.author .username-coloured",
  profile: (link) => withQuery(link, ["mode", "u"]),
  time: "p.author time, p.author",
  moment: (time) => time.getAttribute("datetime"),
  shownTime: (words) => words.split("»").at(-1)?.trim(),
  link: "p.author a[href*='#p'], h3 a[href*='#p'], .postbody h3 a",
  permalink: (link, key) => (link.hash === `#p${key}` ? withQuery(link, ["f", "t", "p"], true) : null),
  /** "57 posts • Page 1 of 6": all posts of the topic come first. */
  declared({ root }, blocks) {
    const [words = ""] = (
      wordsOf(root.querySelector(".action-bar .pagination, .topic-actions .pagination")) ?? ""
    ).split("•");
    const [total, ...more] = numbersIn(words);
    return more.length === 0 ? declaredAs(total, blocks) : null;
  },
  text: ".content",
  media: ".content .postimage, .attach-image img",
});
