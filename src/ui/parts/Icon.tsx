/** Line drawings, 24 units square. Never alone: each stands beside words, so it is hidden from screen readers. */

const PATHS = {
  page: [
    "M7 3.5h7.5L19 8v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5Z",
    "M9 12h6.5M9 15.5h4.5",
  ],
  list: ["M9.5 6.5h9.5M9.5 12h9.5M9.5 17.5h9.5", "M5 6.5h.1M5 12h.1M5 17.5h.1"],
  book: [
    "M12 6.5C10.5 5.300 8.5 4.800 4.5 4.800v13c4 0 6 .5 7.5 1.700 1.5-1.200 3.5-1.700 7.5-1.700v-13c-4 0-6 .5-7.5 1.700Z",
    "M12 6.5v13",
  ],
  calendar: [
    "M6.5 5.5h11A1.5 1.5 0 0 1 19 7v11a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18V7a1.5 1.5 0 0 1 1.5-1.5Z",
    "M5 10h14M9 3.5v3.5M15 3.5v3.5",
  ],
  check: ["M5 12.5l4.5 4.5L19 7.5"],
  attention: ["M12 4l9 15.5H3L12 4Z", "M12 10v4M12 16.8v.1"],
  info: ["M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z", "M12 11v5M12 7.9v.1"],
  covered: [
    "M4 4l16 16",
    "M9.9 5.3A9.6 9.6 0 0 1 12 5c5 0 8.3 4.2 9.5 7a13 13 0 0 1-2.6 3.6M6.3 7.2A13.3 13.3 0 0 0 2.5 12c1.2 2.8 4.5 7 9.5 7 1.6 0 3-.4 4.2-1",
  ],
  back: ["M14.5 6l-6 6 6 6"],
  forward: ["M9.5 6l6 6-6 6"],
  outside: [
    "M13.5 5H19v5.5M19 5l-8 8",
    "M16.5 13.5v4A1.5 1.5 0 0 1 15 19H6.5A1.5 1.5 0 0 1 5 17.5V9a1.5 1.5 0 0 1 1.5-1.5h4",
  ],
} as const;

export type IconName = keyof typeof PATHS;

/** @param turns True for a drawing with a direction: it is mirrored where text runs from right to left. */
export function Icon({ name, turns = false }: { name: IconName; turns?: boolean }) {
  return (
    <svg
      class={`icon icon-${name}${turns ? " icon-turns" : ""}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
