/**
 * Firefox lets no extension open a frame's document for writing, which html2canvas does with the frame it draws from
 * (SecurityError, seen in 153). The frame's own empty document serves as well, so in our view of it, which the page does not
 * share, opening and writing do nothing. To drop when html2canvas no longer writes.
 */

/** @returns What html2canvas is to put its frame into. */
export function unwrittenFramesIn(copy: Document): HTMLElement {
  const appendChild = (frame: HTMLIFrameElement) => {
    copy.body.appendChild(frame);
    const { contentDocument } = frame;
    const loads = () => setTimeout(() => frame.dispatchEvent(new Event("load")));
    Object.assign(contentDocument ?? {}, { open: () => contentDocument, write: () => {}, close: loads });
    return frame;
  };
  return { appendChild } as unknown as HTMLElement;
}
