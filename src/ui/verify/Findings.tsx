import { useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Claim } from "@/src/ui/parts/Claim";
import { Notice } from "@/src/ui/parts/Notice";
import type { ShownFinding } from "./state";

/** A package can be made to hold any number of them. */
const STEP = 100;

interface FindingsProps {
  findings: ShownFinding[];
  /** "info" where the package is as it was, and something lies beside what is in it. */
  kind: "attention" | "info";
}

/** Each thing that is not as it was, or is none of the package's, in a sentence. */
export function Findings({ findings, kind }: FindingsProps) {
  const [limit, setLimit] = useState(STEP);
  return (
    <>
      <Notice kind={kind}>
        <ul class="notice-list">
          {findings.slice(0, limit).map((finding, place) => (
            <li key={place}>{<Sentence finding={finding} />}</li>
          ))}
        </ul>
      </Notice>
      {findings.length > limit && (
        <Button onPress={() => setLimit(limit + STEP)}>
          {t("showMore", [formatNumber(Math.min(STEP, findings.length - limit))])}
        </Button>
      )}
    </>
  );
}

function Sentence({ finding }: { finding: ShownFinding }) {
  if (finding.code === "custodyBroken") return <>{t("finding_custodyBroken", [formatNumber(finding.index + 1)])}</>;
  if (finding.code === "stampWrong") return <StampSentence {...finding} />;
  const path = "path" in finding ? finding.path : null;
  return (
    <>
      {t(`finding_${finding.code}`)}
      {path !== null && (
        <>
          {" "}
          <code>
            <Claim text={path} />
          </code>
        </>
      )}
      {"digests" in finding && finding.digests !== undefined && <Digests {...finding.digests} />}
    </>
  );
}

function Digests({ listed, found }: { listed: string; found: string }) {
  return (
    <>
      <p class="note">
        {t("digestListed")} <code class="digest">{listed}</code>
      </p>
      <p class="note">
        {t("digestFound")} <code class="digest">{found}</code>
      </p>
    </>
  );
}

/** A stamp that was taken while saving is named by its line of the history. */
function StampSentence({ fault, entry }: Extract<ShownFinding, { code: "stampWrong" }>) {
  return (
    <>
      {t(`stampFault_${fault}`)}
      {entry !== undefined && ` ${t("stampOfLine", [formatNumber(entry + 1)])}`}
    </>
  );
}
