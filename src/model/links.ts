/** What one exhibit can be to another. */
export const LINKS = ["same-item", "profile-of", "repost-of", "part-of", "look-of"] as const;
export type LinkRel = (typeof LINKS)[number];
