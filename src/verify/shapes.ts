/** The small shapes that whole records are made of, each with its bounds. */
import * as v from "valibot";
import { isUtcInstant, MAX_OFFSET_MIN, MAX_ZONE_NAME, PAGE_TIME } from "@/src/model/instant";

/** Characters of one text; the longest that a page may say has 100,000. */
const MAX_TEXT = 200_000;
/** Of files, seams, addresses and the like. */
const MAX_LISTED = 20_000;

/** Any text that is not too long. */
export const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
/** The same, or that there is none. */
export const maybe = v.nullable(text);
/** Not too many of one shape. */
export const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(MAX_LISTED));
/** Any number but those that JSON cannot hold. */
export const finite = v.pipe(v.number(), v.finite());
/** A count, size or place. */
export const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** In small letters, as our programs write it. */
export const uuid = v.pipe(text, v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
/** A digest in small hexadecimal digits. */
export const hex = (digits: number) => v.pipe(v.string(), v.length(digits), v.regex(/^[0-9a-f]+$/));
/** A moment to the millisecond, as our programs write it. */
export const utc = v.pipe(v.string(), v.check(isUtcInstant));
/** A moment that a page gives, as our programs write it. */
export const pageTime = v.pipe(v.string(), v.regex(PAGE_TIME));
/** Name of a time zone. Another browser may know more of them than this one, so it may be any. */
export const zone = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ZONE_NAME));
/** Minutes east of UTC. */
export const offset = v.pipe(v.number(), v.integer(), v.minValue(-MAX_OFFSET_MIN), v.maxValue(MAX_OFFSET_MIN));
/** A side of a picture, or of what a browser shows. No picture of ours comes near it. */
const MAX_PX = 10_000_000;
export const sizePx = v.pipe(natural, v.maxValue(MAX_PX));
/** A place or length that need not be whole. */
export const px = v.pipe(v.number(), v.minValue(-MAX_PX), v.maxValue(MAX_PX));
