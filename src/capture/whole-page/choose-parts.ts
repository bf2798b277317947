/**
 * Which parts of the browser's whole-page file go into ours: pictures, style sheets and fonts that the page itself refers
 * to, and none that holds a secret of its user.
 */
import { addressInFile, withoutPlace, withWholeAddresses } from "@/src/capture/css-addresses";
import type { PageResources } from "@/src/messaging/page-side";
import type { WholePage } from "@/src/model/exhibit";
import type { MhtmlPart } from "./read-mhtml";
import type { SecretText } from "./secret-text";
import { textOf } from "./transfer-encoding";

const SHEET = "text/css";
const DRAWING = "image/svg+xml";
const KEPT_TYPES =
  /^(text\/css|image\/[\w.+-]+|font\/[\w.+-]+|application\/(x-)?font[\w.+-]*|application\/vnd\.ms-fontobject)$/;
const FRAME_TYPES = /^(text\/html|application\/xhtml\+xml)$/;
/** Longer text is not looked through, and so not kept. */
const MAX_TEXT_BYTES = 8 << 20;
/** How many frames are named, and how long an address may be. */
const FRAME_LIMITS = { count: 200, characters: 8192 };

type Placed = MhtmlPart & { location: string };

export interface Chosen {
  parts: Placed[];
  leftOut: WholePage["leftOut"];
}

/** @param parts Of the browser's file, without its page. @throws {NotMhtml} */
export async function chooseParts(
  parts: readonly MhtmlPart[],
  { addresses }: PageResources,
  secrets: SecretText,
): Promise<Chosen> {
  const frames = parts.filter(isFrame);
  const rest = parts.filter((part) => !isFrame(part) && !isStyleElement(part));
  const closed = new Set(rest.filter(({ location }) => location !== null && secrets.isInAddress(location)));
  const open = new Map(rest.filter((part) => !closed.has(part) && isPlaced(part)).map((part) => [placeOf(part), part]));
  const kept = new Set<MhtmlPart>();
  const wanted = [...addresses];
  // A style sheet adds what it refers to.
  for (const address of wanted) {
    const part = open.get(address);
    if (part === undefined || !open.delete(address)) continue;
    const text = isText(part) ? await textIfShort(part) : "";
    if (text === null || secrets.isIn(text)) closed.add(part);
    else kept.add(part);
    if (kept.has(part) && text) for (const found of addressesIn(part, text)) if (open.has(found)) wanted.push(found);
  }
  return {
    parts: rest.filter((part): part is Placed => kept.has(part)),
    leftOut: {
      frames: frames.slice(0, FRAME_LIMITS.count).map(({ location }) => frameAddress(location, secrets)),
      withPrivate: closed.size,
      other: rest.length - kept.size - closed.size,
    },
  };
}

const isFrame = ({ type }: MhtmlPart): boolean => FRAME_TYPES.test(type);
/** Chromium writes each `style` element as a part of its own; ours stand in the HTML. */
const isStyleElement = ({ type, location }: MhtmlPart): boolean => type === SHEET && !!location?.startsWith("cid:");
const isText = ({ type }: MhtmlPart): boolean => type === SHEET || type === DRAWING;
const isPlaced = ({ type, location }: MhtmlPart): boolean => location !== null && KEPT_TYPES.test(type);

const placeOf = ({ location }: MhtmlPart): string => withoutPlace(addressInFile(location ?? ""));

function addressesIn({ type, location }: MhtmlPart, text: string): string[] {
  const found: string[] = [];
  if (type === SHEET && location) withWholeAddresses(text, location, (address) => found.push(withoutPlace(address)));
  return found;
}

async function textIfShort(part: MhtmlPart): Promise<string | null> {
  return part.body.size > MAX_TEXT_BYTES ? null : textOf(part);
}

/** Where a frame has no address of its own, or one that is not to be kept, it is still counted. */
function frameAddress(location: string | null, secrets: SecretText): string {
  if (location === null || secrets.isInAddress(location)) return "";
  return location.slice(0, FRAME_LIMITS.characters);
}
