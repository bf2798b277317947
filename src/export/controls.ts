/** Control characters (C0, C1, delete) other than tab, CR and LF: no text, and some programs stop reading at one. */
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

/** Puts U+FFFD in place of each, for files that people read; the record keeps what the page said. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, "\uFFFD");
}
