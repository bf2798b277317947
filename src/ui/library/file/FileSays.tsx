import { t } from "@/src/i18n/t";
import type { Imported } from "@/src/model/from-elsewhere";
import { Claim } from "@/src/ui/parts/Claim";
import { Fact, Facts } from "@/src/ui/parts/Facts";

/** What the file says of itself: a claim, since whoever has a file can write that. */
export function FileSays({ imported: { says, text } }: { imported: Imported }) {
  return (
    <section class="card" aria-labelledby="file-says-title">
      <h2 id="file-says-title">{t("fileSaysTitle")}</h2>
      <p class="note">{t("fileSaysNote")}</p>
      {says.length === 0 && <p>{t("fileSaysNothing")}</p>}
      <Facts>
        {says.map(({ name, value, source }) => (
          <Fact key={name} name={t(`claim_${name}`)}>
            <Claim text={value} />
            <br />
            <span class="secondary">{t("fileReadFrom", [source])}</span>
          </Fact>
        ))}
      </Facts>
      {text !== null && <Words text={text} />}
    </section>
  );
}

/** Words can hurt, so they are folded away. Whatever stands in them is shown as text. */
function Words({ text }: { text: string }) {
  return (
    <details class="fold">
      <summary>{t("fileText")}</summary>
      <p class="words" dir="auto">
        {text}
      </p>
    </details>
  );
}
