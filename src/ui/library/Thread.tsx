import { useState } from "preact/hooks";
import { formatDay, formatMoment, formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ListedPost, ThreadFacts } from "@/src/model/thread";
import { Address } from "@/src/ui/parts/Address";
import { Button } from "@/src/ui/parts/Button";
import { Claim } from "@/src/ui/parts/Claim";

/** So many at a time: a page may have two thousand. */
const PAGE = 50;

/** The posts and comments that were on the page, as text. Folded away: their words can hurt. */
export function Thread({ thread }: { thread: ThreadFacts }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="card" aria-labelledby="thread-title">
      <h2 id="thread-title">{t("threadTitle")}</h2>
      <p>{countOf(thread)}</p>
      <p class="note">{t("threadNote")}</p>
      {thread.posts.length > 0 && (
        <details class="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t("threadOpen")}</summary>
          {isOpen && <Posts posts={thread.posts} />}
        </details>
      )}
    </section>
  );
}

function countOf({ declared, shown, posts }: ThreadFacts): string {
  const count =
    declared === null
      ? t("threadShown", [formatNumber(shown)])
      : t("threadDeclared", [formatNumber(declared.shown), formatNumber(declared.total)]);
  return shown > posts.length ? `${count} ${t("threadListed", [formatNumber(posts.length)])}` : count;
}

function Posts({ posts }: { posts: ListedPost[] }) {
  const [count, setCount] = useState(PAGE);
  const more = Math.min(PAGE, posts.length - count);
  return (
    <>
      <ol class="thread">
        {posts.slice(0, count).map((post, place) => (
          <li key={place} class="thread-post" aria-current={post.isMeant ? "true" : undefined}>
            <Post post={post} />
          </li>
        ))}
      </ol>
      {more > 0 && <Button onPress={() => setCount(count + PAGE)}>{t("threadMore", [formatNumber(more)])}</Button>}
    </>
  );
}

function Post({ post }: { post: ListedPost }) {
  const { handle, displayName, permalink, text, isMeant } = post;
  const when = timeOf(post);
  return (
    <>
      <p>
        <strong>
          <Claim text={handle ?? displayName} />
        </strong>
        {when !== null && (
          <>
            {" · "}
            <Claim text={when} />
          </>
        )}
        {isMeant && <span class="thread-meant">{t("threadMeant")}</span>}
      </p>
      {permalink !== null && <Address url={permalink} />}
      {text !== null && (
        <p class="words" dir="auto">
          {text}
        </p>
      )}
    </>
  );
}

/** The page's own words, else what its code says. */
function timeOf({ postedAtText, postedAt, postedAtDate }: ListedPost): string | null {
  if (postedAtText !== null) return postedAtText;
  if (postedAt !== null) return formatMoment(postedAt);
  return postedAtDate === null ? null : formatDay(postedAtDate);
}
