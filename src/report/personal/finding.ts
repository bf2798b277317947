/** What the personal-data checker finds, and how its parts look for it. */

export const PERSONAL_KINDS = ["name", "id", "phone", "address", "bank", "photo", "birthDate", "email"] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface PersonalFinding {
  kind: PersonalKind;
  /** Place in the text, in UTF-16 units; `end` is the first unit after it. */
  start: number;
  end: number;
}

export interface Span {
  start: number;
  end: number;
}

/** Looks for one kind. What other parts have claimed is already blanked out of the text. */
export type Detector = (text: string) => Span[];

/** Every match of the patterns, cut down to the group "it" where there is one, if `holds` says so. */
export function spansOf(
  text: string,
  patterns: readonly RegExp[],
  holds: (match: RegExpExecArray) => boolean = () => true,
): Span[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].filter(holds).map((match) => {
      const it = match.groups?.["it"] ?? match[0];
      const start = match.index + match[0].lastIndexOf(it);
      return { start, end: start + it.length };
    }),
  );
}

/** The text with some places blanked out; every other place stays where it is. */
export function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);
}
