import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { type ExhibitSummary, exhibitLabel } from "@/src/model/exhibit";
import type { CaseNote } from "@/src/model/note";
import { platformName } from "@/src/model/platform";
import { Claim } from "@/src/ui/parts/Claim";
import { originName } from "@/src/ui/parts/origin";
import { CaseName } from "./cases/CaseName";
import { itemHref } from "./routes";

/** What stands in the row of one item: number, who, what, when, where, how complete. The whole row opens it. */
export function KeptRow({ item, inCase }: { item: ExhibitSummary; inCase?: CaseNote | undefined }) {
  return (
    <>
      <a class="kept-number" href={itemHref(item.id)}>
        {exhibitLabel(item.exhibit)}
      </a>
      <div class="kept-words">
        <p class="kept-who">
          <Where item={item} />
        </p>
        <OwnLine words={item.remarks?.description ?? ""} />
        {item.title !== null && (
          <p class="kept-title secondary" dir="auto">
            {item.title}
          </p>
        )}
        {inCase !== undefined && (
          <p class="note">
            {t("caseShown")}: <CaseName about={inCase} />
          </p>
        )}
        <p class="note">
          {t("savedOn", [formatMoment(item.capturedUtc)])}
          {item.postedAtText !== null && (
            <span class="kept-posted">
              {t("postedInList")} <Claim text={item.postedAtText} /> {t("pageSays")}
            </span>
          )}
        </p>
        <Tags tags={item.remarks?.tags ?? []} />
        {item.missing.some(({ what }) => what === "photograph") && <p class="note">{t("redrawn")}</p>}
        {item.pictures === "covered" && <p class="note">{t("picturesCoveredWhenSaved")}</p>}
      </div>
      <p class={item.missing.length === 0 ? "kept-state secondary" : "kept-state kept-state-part"}>{stateOf(item)}</p>
    </>
  );
}

/** Whether a file from elsewhere is complete, nobody here can say. */
function stateOf({ missing, platform }: ExhibitSummary): string {
  if (missing.length > 0) return t("partsMissing");
  return t(platform === "imported" ? "originImported" : "complete");
}

/** What the user wrote comes before what the page says. */
function OwnLine({ words }: { words: string }) {
  if (words.trim() === "") return null;
  return (
    <p class="kept-title" dir="auto">
      <bdi class="visually-hidden">{t("remarksYours")} </bdi>
      {words}
    </p>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul class="kept-tags note" aria-label={t("remarksTags")}>
      {tags.map((tag) => (
        <li key={tag} dir="auto">
          {tag}
        </li>
      ))}
    </ul>
  );
}

/** An item of which not even the number can be read. */
export function DamagedRow() {
  return (
    <>
      <span class="kept-number" aria-hidden="true">
        –
      </span>
      <div class="kept-words" tabIndex={-1}>
        <p class="kept-who">{t("itemDamaged")}</p>
        <p class="note">{t("itemDamagedNote")}</p>
      </div>
    </>
  );
}

/** The platform's name, or the address's host. */
export function placeOf({ platform, url }: Pick<ExhibitSummary, "platform" | "url">): string {
  return platformName(platform) ?? URL.parse(url)?.host ?? originName(platform);
}

type WhereItem = Pick<ExhibitSummary, "platform" | "url" | "handle"> & { correctedHandle?: string | undefined };

/** An item in one line: its number, then where it was posted. */
export function ItemName({ item }: { item: WhereItem & Pick<ExhibitSummary, "exhibit"> }) {
  return (
    <>
      <strong>
        <bdi>{exhibitLabel(item.exhibit)}</bdi>
      </strong>{" "}
      <Where item={item} />
    </>
  );
}

/** The account where one was found or the user named one, else only the place. What the page says stays beside it. */
export function Where({ item }: { item: WhereItem }) {
  return (
    <>
      <bdi>{placeOf(item)}</bdi>
      {item.correctedHandle !== undefined && (
        <>
          {" · "}
          <Claim text={item.correctedHandle} /> <span class="secondary">{t("correctedByYou")}</span>
        </>
      )}
      {item.handle !== null && (
        <>
          {" · "}
          <Claim text={item.handle} />
          {item.correctedHandle !== undefined && <span class="secondary"> {t("pageSays")}</span>}
        </>
      )}
    </>
  );
}
