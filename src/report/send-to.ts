/** Where a report about an address can go: the platform's form, mailboxes, and for any other site the steps that are left. */

import { platformOf } from "@/src/model/platform";
import { destinationsFor } from "./destinations";
import { formFor, type ReportForm } from "./match";
import { isWellKnown } from "./well-known";

export interface Mailbox {
  address: string;
  isSure: boolean;
}

export interface SendTo {
  /** The site, as its address names it. */
  host: string;
  form: ReportForm | null;
  mailboxes: Mailbox[];
  /** Who registered the name of the site, as a page that tells it; `null` for a platform that is in the directory. */
  registrarUrl: string | null;
  /** How search engines take an address out of their results. */
  searchUrl: string | null;
}

/** @returns `null` for anything that is not the address of a site. */
export function sendTo(url: string): SendTo | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const platform = platformOf(url);
  const host = parsed.hostname.replace(/^(www|m|mobile)\./, "");
  const form = formFor(url);
  if (platform !== "web") return { host, form, mailboxes: mailboxesOf(platform), registrarUrl: null, searchUrl: null };
  const searchUrl = destinationsFor("generic").find(({ kind }) => kind === "search-removal")?.url ?? null;
  return { host, form, ...anySite(host), searchUrl };
}

/** Only those for everyone, and none for copyright: that one can pass the name on. */
function mailboxesOf(platform: string): Mailbox[] {
  return destinationsFor(platform)
    .filter(({ kind, regions }) => kind !== "copyright" && kind !== "underage" && regions === undefined)
    .flatMap((one) => (one.email === undefined ? [] : [{ address: one.email, isSure: isWellKnown(one) }]));
}

/** Templates of the directory, filled in with the site's name. A plain number has no such mailbox. */
function anySite(host: string): Pick<SendTo, "mailboxes" | "registrarUrl"> {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host)) return { mailboxes: [], registrarUrl: null };
  const flows = destinationsFor("generic");
  const filled = (template: string) => template.replace("{domain}", host);
  const mailbox = flows.find(({ emailTemplate }) => emailTemplate?.includes("{domain}"))?.emailTemplate;
  const registrar = flows.find(({ urlTemplate }) => urlTemplate?.includes("{domain}"))?.urlTemplate;
  return {
    mailboxes: mailbox === undefined ? [] : [{ address: filled(mailbox), isSure: false }],
    registrarUrl: registrar === undefined ? null : filled(registrar),
  };
}

/** Mail programs refuse longer ones, or cut them without a word. */
const MAILTO_LIMIT = 1_900;

/** A link for the mail program; the text goes with it only where it fits. */
export function mailLink(address: string, subject: string, text: string): { href: string; holdsText: boolean } {
  const body = text.startsWith(subject) ? text.slice(subject.length).trimStart() : text;
  const start = `mailto:${address}?subject=${encodeURIComponent(subject)}`;
  const whole = `${start}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
  return whole.length <= MAILTO_LIMIT ? { href: whole, holdsText: true } : { href: start, holdsText: false };
}
