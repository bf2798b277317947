/** An e-mail as a file (RFC 5322): its header fields and its plain text. Its HTML is never looked at, and nothing of it is run. */
import PostalMime, { type Address } from "postal-mime";
import type { FileClaim } from "@/src/model/from-elsewhere";

/** A longer one comes in whole and is not read. */
export const MAX_MAIL_BYTES = 32 << 20;
/** Addresses, attachments that are named. */
const MOST_NAMED = 50;

export async function readMail(bytes: ArrayBuffer): Promise<{ says: FileClaim[]; text: string | null }> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32 });
  const claim = (name: FileClaim["name"], value: string | undefined, source: string): FileClaim[] =>
    value === undefined || value === "" ? [] : [{ name, value, source }];
  const field = (key: string) => mail.headers.find((header) => header.key === key)?.value;
  const names = mail.attachments.slice(0, MOST_NAMED).map(({ filename, mimeType }) => filename ?? mimeType);
  return {
    says: [
      ...claim("from", addressText(mail.from), "mail:From"),
      ...claim("to", (mail.to ?? []).slice(0, MOST_NAMED).map(addressText).join(", "), "mail:To"),
      // As it stands there: the parser's own reading of a date may be none.
      ...claim("date", field("date"), "mail:Date"),
      ...claim("subject", mail.subject, "mail:Subject"),
      ...claim("attachments", names.join(", "), "mail:attachments"),
    ],
    text: mail.text ?? null,
  };
}

function addressText(address: Address | undefined): string {
  if (address === undefined) return "";
  const { name, address: mailbox } = address;
  return mailbox === undefined || mailbox === name ? name : name === "" ? mailbox : `${name} <${mailbox}>`;
}
