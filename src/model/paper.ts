/** The sizes of paper that a binder can be printed on. */
export const PAPERS = ["A4", "Letter"] as const;
export type PaperName = (typeof PAPERS)[number];
