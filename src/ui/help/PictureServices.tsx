import { t } from "@/src/i18n/t";
import { organisationById } from "@/src/report/organisations";
import { OutsideLink } from "@/src/ui/parts/OutsideLink";

/** The three services that keep copies from being put up again, one sentence each. */
export function PictureServices() {
  return (
    <section class="card stack-tight">
      <h2>{t("pictureServices")}</h2>
      <dl class="services">
        <Service id="stopncii" name="StopNCII.org" does={t("serviceStopNcii")} />
        <Service id="take-it-down-ncmec" name="Take It Down" does={t("serviceTakeItDown")} />
        <Service id="report-remove" name="Report Remove" does={t("serviceReportRemove")} />
      </dl>
    </section>
  );
}

function Service({ id, name, does }: { id: string; name: string; does: string }) {
  const url = organisationById(id)?.url;
  return (
    <div>
      <dt>{url === undefined ? name : <OutsideLink href={url}>{name}</OutsideLink>}</dt>
      <dd>{does}</dd>
    </div>
  );
}
