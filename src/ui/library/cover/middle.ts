/** Of the part of the picture that is scrolled to, as a share of its height; of its beginning where it is not shown. */
export function middleOf(frame: HTMLElement | null): number {
  return frame === null ? 0 : (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight;
}
