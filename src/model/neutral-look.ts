/** Under which neutral name and drawing the program stands in the toolbar and on its pages. */
export const LOOKS = ["notes", "lists", "reader", "planner"] as const;
export type Look = (typeof LOOKS)[number];

/** The usual one for whatever is none of them. */
export function lookFrom(value: unknown): Look {
  return LOOKS.find((look) => look === value) ?? "notes";
}

/** Files of the package, by size in device pixels. */
export function iconPaths(look: Look): Record<16 | 32, string> {
  const name = look === "notes" ? "" : `${look}-`;
  return { 16: `/icon/${name}16.png`, 32: `/icon/${name}32.png` };
}
