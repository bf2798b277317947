/** The pages that stand in frames inside the page. Their pixels are in the picture; of them only the address is read. */
import { attributeOf, localNameOf } from "./plain-dom";
import { treesOf } from "./shadow";

/** How many are named. */
export const MAX_FRAMES_LISTED = 200;

/**
 * @returns Addresses as the page gives them, in each tree's order, through shadow roots; `about:srcdoc` for a frame whose
 * page is written into it. A frame that has gone elsewhere since is named as it began. Frames without address are left out.
 */
export function frameAddresses(root: Element): string[] {
  const addresses: string[] = [];
  for (const { elements } of treesOf(root)) {
    for (const element of elements) {
      const address = frameAddress(element);
      if (address) addresses.push(address);
      if (addresses.length === MAX_FRAMES_LISTED) return addresses;
    }
  }
  return addresses;
}

function frameAddress(element: Element): string | null {
  const name = localNameOf(element);
  if (name !== "iframe" && name !== "frame") return null;
  if (name === "iframe" && attributeOf(element, "srcdoc") !== null) return "about:srcdoc";
  return (element as HTMLIFrameElement | HTMLFrameElement).src || null;
}
