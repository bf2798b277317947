import { formatBytes, formatMoment, formatUtc } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { FileRecord } from "@/src/model/exhibit";
import { shownFileOf } from "@/src/model/exhibit-kind";
import type { Imported, Recording } from "@/src/model/from-elsewhere";
import { lengthText } from "@/src/model/length";
import { Claim } from "@/src/ui/parts/Claim";
import { Fact, Facts } from "@/src/ui/parts/Facts";

/** What this device recorded itself: when it came in, under which name; or what was recorded, and how long. */
export function HowCameIn({ record }: { record: FileRecord }) {
  const { captured, env } = record;
  return (
    <section class="card" aria-labelledby="came-in-title">
      <h2 id="came-in-title">{t(record.kind === "import" ? "cameInTitle" : "recordedTitle")}</h2>
      <Facts>
        <Fact name={t(record.kind === "import" ? "factCameIn" : "factSaved")}>
          {formatMoment(captured.endUtc, captured.tz)}
          <br />
          <span class="secondary">{t("inUtc", [formatUtc(captured.endUtc)])}</span>
        </Fact>
        {record.kind === "import" ? <Came imported={record.imported} /> : <Recorded recording={record.recording} />}
        <Fact name={t("factBrowser")}>{[env.browser, env.os].join(", ")}</Fact>
        <Fact name={t("factSize")}>{formatBytes(shownFileOf(record).bytes)}</Fact>
      </Facts>
    </section>
  );
}

function Came({ imported: { name, modifiedUtc } }: { imported: Imported }) {
  return (
    <>
      <Fact name={t("factFileName")}>
        <Claim text={name} />
      </Fact>
      <Fact name={t("factFileChanged")}>
        {modifiedUtc === null ? <Claim text={null} /> : formatMoment(modifiedUtc)}
        <br />
        <span class="secondary">{t("factFileChangedNote")}</span>
      </Fact>
    </>
  );
}

function Recorded({ recording: { surface, withSound, seconds, ofSeconds } }: { recording: Recording }) {
  return (
    <>
      <Fact name={t("factRecordedWhat")}>{surface === null ? t("recordedUnknown") : t(`recorded_${surface}`)}</Fact>
      <Fact name={t("factLength")}>
        {lengthText(seconds)}
        {ofSeconds !== null && ` ${t("lengthOf", [lengthText(ofSeconds)])}`}
      </Fact>
      <Fact name={t("factSound")}>{t(withSound ? "soundYes" : "soundNo")}</Fact>
    </>
  );
}
