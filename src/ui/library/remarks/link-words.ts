/** Links between items in words, from either end. */
import { type PlainKey, t } from "@/src/i18n/t";
import type { LinkRel } from "@/src/model/links";
import { LINK_KEYS } from "./link-keys";

const FROM: Readonly<Record<LinkRel, PlainKey>> = {
  "same-item": "linked_same_item",
  "profile-of": "linked_profile_of",
  "repost-of": "linked_repost_of",
  "part-of": "linked_part_of",
  "look-of": "linked_look_of",
};

/** What this item is to another; that one's name follows. */
export const linkWords = (rel: LinkRel): string => t(LINK_KEYS[rel]);

/** What another item is to this one; that one's name follows. */
export const linkedWords = (rel: LinkRel): string => t(FROM[rel]);
