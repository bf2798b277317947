import { formatBytes } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { ExhibitRecord } from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";

/** Files and their digests, for the person who checks. */
export function TechnicalDetails({ record }: { record: ExhibitRecord }) {
  return (
    <details class="fold card">
      <summary>{t("technicalDetails")}</summary>
      <div class="stack">
        <p class="note">{t("digestNote")}</p>
        <ul class="files">
          {record.files.map((file) => (
            <File key={file.path} file={file} />
          ))}
        </ul>
        <p class="note">
          {t("recordId")} <code>{record.id}</code>
        </p>
        <p class="note">
          {t("browserDetails")} <code>{record.env.userAgent}</code>
        </p>
      </div>
    </details>
  );
}

function File({ file }: { file: ExhibitFile }) {
  return (
    <li class="stack-tight">
      <h3>
        <bdi dir="ltr">{file.path}</bdi>
      </h3>
      <p class="note">
        {[file.role === "original" ? t("fileOriginal") : t("fileDerived"), formatBytes(file.bytes)].join(" · ")}
        {!file.complete && ` · ${t("fileNotComplete")}`}
      </p>
      <p class="note">
        SHA-256 <code>{file.sha256}</code>
      </p>
    </li>
  );
}
