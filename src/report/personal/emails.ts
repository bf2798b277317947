import { type Span, spansOf } from "./finding";

/** Mailboxes of an office, not of a person (RFC 2142 and others like them). */
const OFFICES =
  /^(abuse|admin|contact|copyright|dmca|feedback|grievance|help|helpdesk|hello|hostmaster|info|ip|law|legal|mail|moderation|moderators?|no-?reply|office|postmaster|press|privacy|report|reports|safety|security|service|support|takedown|team|trust|webmaster)([._+-][^@]*)?@/i;

const PLAIN = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
/** “name (at) site dot com”, “name [at] site.com”. */
const SPELLED = /[\w.+-]+\s*[([{]\s*at\s*[)\]}]\s*[\w-]+(?:\s*(?:[([{]\s*dot\s*[)\]}]|\bdot\b|\.)\s*\w{2,})+/giu;

/** E-mail addresses of people; those of offices are left out. */
export function emails(text: string): Span[] {
  return spansOf(text, [PLAIN, SPELLED], ([found]) => !OFFICES.test(found));
}
