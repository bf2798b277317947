import { useState } from "preact/hooks";
import { formatBytes, formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitSummary } from "@/src/model/exhibit";
import type { PreviewRow } from "@/src/model/hand-over";
import { ItemName } from "@/src/ui/library/KeptRow";
import { Button } from "@/src/ui/parts/Button";
import { Fact, Facts } from "@/src/ui/parts/Facts";
import { languageName } from "@/src/ui/parts/LanguageOptions";
import { Notice } from "@/src/ui/parts/Notice";
import { Carried } from "./Carried";
import type { HandOverState } from "./state";

/** How many rows are added at a time. */
const STEP = 100;

interface PreviewProps {
  state: Extract<HandOverState, { step: "preview" }>;
  onMake: () => void;
  onBack: () => void;
}

/** What will be inside, with sizes, before anything is made. */
export function Preview({ state: { choice, items, preview }, onMake, onBack }: PreviewProps) {
  const { rows, carried, notWhole, words } = preview;
  const mayBeTakenIn = choice.receiver === "friend" || choice.receiver === "myself";
  const [leftOut, withoutPicture] = [sumOf(rows, "leftOut"), countOf(rows, "none")];
  const redacted = countOf(rows, "redacted");
  return (
    <>
      <Facts>
        <Fact name={t("handOverFor")}>{t(`receiver_${choice.receiver}`)}</Fact>
        <Fact name={t("papersLanguage")}>{languageName(choice.language)}</Fact>
        <Fact name={t("packageItems")}>{formatNumber(rows.length)}</Fact>
        <Fact name={t("previewFiles")}>
          {t("filesAndSize", [formatNumber(sumOf(rows, "files")), formatBytes(sumOf(rows, "bytes"))])}
        </Fact>
        <Fact name={t("sealTitle")}>{t(`seal_${choice.seal.by}`)}</Fact>
      </Facts>
      <p>{t("previewAlso")}</p>
      <ul class="bullets">
        <li>{t("insideSummary")}</li>
        {choice.withWords && <li>{t("insideWords", [formatNumber(words.events), formatNumber(words.reports)])}</li>}
        {choice.withMarked && withoutPicture < rows.length && <li>{t("insideMarked")}</li>}
        <li>{t("insideHistory")}</li>
        <li>{t("insideReadme")}</li>
      </ul>
      {choice.pictures === "redacted" && <p>{t("previewRedacted", [formatNumber(redacted)])}</p>}
      {leftOut > 0 && (
        <Notice kind="info">
          <p>{t("previewLeftOut", [formatNumber(withoutPicture), formatNumber(leftOut)])}</p>
          <p>{t("previewLeftOutNote")}</p>
        </Notice>
      )}
      {mayBeTakenIn && notWhole > 0 && (
        <Notice kind="attention">
          <p>{t("previewNotWhole", [formatNumber(notWhole)])}</p>
        </Notice>
      )}
      <Carried carried={carried} />
      <Rows rows={rows} items={items} />
      {choice.seal.by === "nothing" && (
        <Notice kind="attention">
          <p>
            {t(withoutPicture < rows.length && choice.pictures !== "redacted" ? "insideWarning" : "insideWarningText")}
          </p>
        </Notice>
      )}
      <div class="button-line">
        <Button kind="main" onPress={onMake}>
          {t("makePackage")}
        </Button>
        <Button onPress={onBack}>{t("changeChoices")}</Button>
      </div>
    </>
  );
}

function Rows({ rows, items }: { rows: readonly PreviewRow[]; items: readonly ExhibitSummary[] }) {
  const [limit, setLimit] = useState(STEP);
  return (
    <>
      <ul class="preview-rows">
        {rows.slice(0, limit).map((row, place) => (
          <Row key={row.id} row={row} item={items[place]!} />
        ))}
      </ul>
      {rows.length > limit && (
        <Button onPress={() => setLimit(limit + STEP)}>
          {t("showMore", [formatNumber(Math.min(STEP, rows.length - limit))])}
        </Button>
      )}
    </>
  );
}

function Row({ row, item }: { row: PreviewRow; item: ExhibitSummary }) {
  return (
    <li class="preview-row">
      <span>
        <ItemName item={item} />
      </span>
      <span class="secondary">
        {filesWords(row)}
        {row.leftOut > 0 && row.files > 0 && ` · ${t("previewRowLeftOut", [formatNumber(row.leftOut)])}`}
      </span>
    </li>
  );
}

function filesWords({ picture, files, bytes }: PreviewRow): string {
  if (picture === "redacted") return t("previewRowRedacted");
  return files === 0 ? t("previewTextOnly") : t("filesAndSize", [formatNumber(files), formatBytes(bytes)]);
}

function countOf(rows: readonly PreviewRow[], picture: PreviewRow["picture"]): number {
  return rows.filter((row) => row.picture === picture).length;
}

function sumOf(rows: readonly PreviewRow[], field: "files" | "bytes" | "leftOut"): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}
