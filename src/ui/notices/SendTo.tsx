import { t } from "@/src/i18n/t";
import type { LetterItem } from "@/src/report/letter";
import type { Notice } from "@/src/report/notice-schema";
import { organisationById, wordsOf } from "@/src/report/organisations";
import { type Mailbox, mailLink, type SendTo as Places, sendTo } from "@/src/report/send-to";
import { OutsideLink } from "@/src/ui/parts/OutsideLink";

interface SendToProps {
  notice: Notice;
  items: readonly LetterItem[];
  subject: string;
  text: string;
}

/** Where the text can go. Nothing opens before it is pressed, and the user sends it. */
export function SendTo({ notice, items, subject, text }: SendToProps) {
  const office = notice.office === undefined ? null : organisationById(notice.office);
  const sites = items.map(({ url }) => sendTo(url)).filter((one) => one !== null);
  const bySite = [...new Map(sites.map((one) => [one.host, one])).values()];
  return (
    <section class="card stack-tight">
      <h2>{t("sendTitle")}</h2>
      {office?.url !== undefined && (
        <p>
          <OutsideLink href={office.reportUrl ?? office.url}>{wordsOf(office, t("languageTag")).name}</OutsideLink>
        </p>
      )}
      {office === null && bySite.length === 0 && <p class="secondary">{t("sendChoose")}</p>}
      {office === null && bySite.map((site) => <Site key={site.host} site={site} subject={subject} text={text} />)}
      <p class="note">{t("sendNewAddress")}</p>
    </section>
  );
}

function Site({ site, subject, text }: { site: Places; subject: string; text: string }) {
  const { host, form, mailboxes, registrarUrl, searchUrl } = site;
  return (
    <div class="stack-tight">
      <h3>
        <bdi dir="ltr">{host}</bdi>
      </h3>
      <ul class="reach">
        {form !== null && (
          <li>
            <OutsideLink href={form.url}>{t("sendForm", [form.platformName])}</OutsideLink>{" "}
            <span class="note">{form.checked === null && t("reportUnchecked")}</span>
          </li>
        )}
        {form === null && <li>{t("sendStepSite")}</li>}
        {mailboxes.map((mailbox) => (
          <Mail key={mailbox.address} mailbox={mailbox} subject={subject} text={text} />
        ))}
        {registrarUrl !== null && (
          <li>
            <OutsideLink href={registrarUrl}>{t("sendStepRegistrar")}</OutsideLink>
          </li>
        )}
        {searchUrl !== null && (
          <li>
            <OutsideLink href={searchUrl}>{t("sendStepSearch")}</OutsideLink>
          </li>
        )}
      </ul>
    </div>
  );
}

function Mail({ mailbox, subject, text }: { mailbox: Mailbox; subject: string; text: string }) {
  const { href, holdsText } = mailLink(mailbox.address, subject, text);
  return (
    <li>
      {t("reachEmail")} <bdi dir="ltr">{mailbox.address}</bdi> <a href={href}>{t("sendMail")}</a>{" "}
      <span class="note">
        {!mailbox.isSure && t("sendUnsure")} {!holdsText && t("sendTooLong")}
      </span>
    </li>
  );
}
