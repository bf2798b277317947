import type { PlainKey } from "@/src/i18n/t";
import type { ExhibitLink } from "@/src/model/remarks";

/** What one item is to another, before its number. */
export const LINK_WORDS = {
  "same-item": "link_same_item",
  "profile-of": "link_profile_of",
  "repost-of": "link_repost_of",
  "part-of": "link_part_of",
  "look-of": "link_look_of",
} as const satisfies Readonly<Record<ExhibitLink["rel"], PlainKey>>;
