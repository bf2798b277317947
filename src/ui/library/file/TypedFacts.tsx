import { type PlainKey, t } from "@/src/i18n/t";
import { type CorrectableFact as CorrectableName, type Correction, standing } from "@/src/model/correction";
import { CorrectableFact } from "@/src/ui/library/CorrectableFact";
import type { Correct, CorrectionSaid } from "@/src/ui/library/corrections";
import { Facts } from "@/src/ui/parts/Facts";
import { Notice } from "@/src/ui/parts/Notice";

interface TypedFactsProps {
  /** `null` where they cannot be read. */
  corrections: Correction[] | null;
  said: CorrectionSaid;
  onCorrect: Correct;
}

const FACTS: readonly [CorrectableName, PlainKey][] = [
  ["handle", "factHandle"],
  ["postedAtText", "typedWhen"],
  ["postedAtDate", "typedDay"],
  ["permalink", "factAddress"],
  ["originalPlace", "typedOriginal"],
];

/** What only the user can say of a thing that came from elsewhere: whose it is, when and where it was, where the original lies. */
export function TypedFacts({ corrections, said, onCorrect }: TypedFactsProps) {
  const typed = standing(corrections ?? []);
  return (
    <section class="card" aria-labelledby="typed-title">
      <h2 id="typed-title">{t("typedTitle")}</h2>
      <p class="note">{t("typedNote")}</p>
      {corrections === null && (
        <Notice kind="attention">
          <p>{t("correctionsNotRead")}</p>
        </Notice>
      )}
      <Facts>
        {FACTS.map(([fact, name]) => (
          <CorrectableFact
            key={fact}
            fact={fact}
            name={t(name)}
            pageValue={null}
            correction={typed.get(fact)}
            onCorrect={onCorrect}
          />
        ))}
      </Facts>
      <p role="status" class="visually-hidden">
        {said === null ? "" : t(said === "kept" ? "correctionKept" : "correctionTakenBack")}
      </p>
    </section>
  );
}
