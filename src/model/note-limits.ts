/** How long what the user writes may be, in characters. A line is a name or a title; words are what one writes of one event. */
export const MAX_LINE = 500;
export const MAX_WORDS = 20_000;
export const MAX_ADDRESS = 4096;
/** Of witnesses, people, tags, exhibits, links. */
export const MAX_LISTED = 200;
