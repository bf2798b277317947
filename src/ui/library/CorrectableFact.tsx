import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { formatMoment } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Correction, CorrectableFact as Name } from "@/src/model/correction";
import { Button } from "@/src/ui/parts/Button";
import { Claim } from "@/src/ui/parts/Claim";
import { Fact } from "@/src/ui/parts/Facts";
import { CorrectionForm } from "./CorrectionForm";
import type { Correct } from "./corrections";

interface CorrectableFactProps {
  fact: Name;
  name: string;
  /** What the field starts with. */
  pageValue: string | null;
  /** The correction that stands, where there is one. */
  correction: Correction | undefined;
  onCorrect: Correct;
  /** What the page says; left out where there is no page and the user says it alone. */
  children?: ComponentChildren;
}

/** What the page says of one fact, beside it what the user says, and the way to say it. */
export function CorrectableFact({ fact, name, pageValue, correction, onCorrect, children }: CorrectableFactProps) {
  const [isOpen, setOpen] = useState(false);
  const isTyped = children === undefined;
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    // Where the focus was, it is again, once the button is back.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <Fact name={name}>
      <div class="correctable">
        {!isTyped && <div class="page-value">{children}</div>}
        {isTyped && correction === undefined && <span class="secondary">{t("typedNothing")}</span>}
        {correction !== undefined && <Corrected correction={correction} isTyped={isTyped} />}
        {isOpen ? (
          <CorrectionForm
            fact={fact}
            name={name}
            isTyped={isTyped}
            value={correction?.value ?? pageValue ?? ""}
            onKeep={(value) => onCorrect(fact, value)}
            onClose={close}
          />
        ) : (
          <div class="correct-buttons">
            <Button
              kind="quiet"
              label={t(isTyped ? "typeFact" : "correctFact", [name])}
              buttonRef={opener}
              onPress={() => setOpen(true)}
            >
              {t(isTyped ? "typeShort" : "correctShort")}
            </Button>
            {correction !== undefined && (
              <Button
                kind="quiet"
                label={t(isTyped ? "typedTakeBack" : "correctionTakeBack", [name])}
                onPress={() => void onCorrect(fact, null).then(close)}
              >
                {t(isTyped ? "typedTakeBackShort" : "correctionTakeBackShort")}
              </Button>
            )}
          </div>
        )}
      </div>
    </Fact>
  );
}

function Corrected({ correction: { value, utc, tz }, isTyped }: { correction: Correction; isTyped: boolean }) {
  return (
    <div class="corrected">
      <span>
        {t(isTyped ? "typedByYou" : "correctedTo")}{" "}
        <strong>
          <Claim text={value} />
        </strong>
      </span>
      <span class="note">{t(isTyped ? "typedOn" : "correctedOn", [formatMoment(utc, tz)])}</span>
    </div>
  );
}
