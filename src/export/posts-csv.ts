/** `posts.csv`: one line for each post or comment that was listed on a saved page. UTF-8, no byte order mark. */
import { type ExhibitRecord, exhibitLabel } from "@/src/model/exhibit";
import { isPage } from "@/src/model/exhibit-kind";
import type { ListedPost } from "@/src/model/thread";
import { csvLine } from "./csv";

/** Column name → what stands in it. An empty cell means that the page did not show it. */
const COLUMNS: Record<string, (post: ListedPost) => string | null> = {
  handle: ({ handle }) => handle,
  display_name: ({ displayName }) => displayName,
  profile: ({ profileUrl }) => profileUrl,
  account_id: ({ stableId }) => stableId,
  posted_at: ({ postedAt }) => postedAt,
  posted_at_date: ({ postedAtDate }) => postedAtDate,
  posted_at_text: ({ postedAtText }) => postedAtText,
  permalink: ({ permalink }) => permalink,
  is_the_post_meant: ({ isMeant }) => (isMeant ? "yes" : ""),
  text: ({ text }) => text,
};

export async function* postsCsv(records: AsyncIterable<ExhibitRecord>): AsyncGenerator<string> {
  yield csvLine(["exhibit", "place", ...Object.keys(COLUMNS)]);
  for await (const record of records)
    for (const [place, post] of (isPage(record) ? (record.thread?.posts ?? []) : []).entries())
      yield csvLine([
        exhibitLabel(record.exhibit),
        String(place + 1),
        ...Object.values(COLUMNS).map((cell) => cell(post) ?? ""),
      ]);
}
