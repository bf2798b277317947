import type { PlainKey } from "@/src/i18n/t";
import type { LinkRel } from "@/src/model/links";

/** What an item is to another one; that one's name follows. */
export const LINK_KEYS: Readonly<Record<LinkRel, PlainKey>> = {
  "same-item": "link_same_item",
  "profile-of": "link_profile_of",
  "repost-of": "link_repost_of",
  "part-of": "link_part_of",
  "look-of": "link_look_of",
};
