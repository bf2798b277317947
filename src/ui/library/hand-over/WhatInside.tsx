import { t } from "@/src/i18n/t";
import { PICTURES_INSIDE } from "@/src/model/hand-over";
import type { HandOverChoice } from "./choice";

interface WhatInsideProps {
  choice: Pick<HandOverChoice, "pictures" | "withMarked" | "withWords">;
  onChange: (change: Partial<HandOverChoice>) => void;
}

/** What becomes of pictures, and what is added to the items. */
export function WhatInside({ choice: { pictures, withMarked, withWords }, onChange }: WhatInsideProps) {
  return (
    <>
      <fieldset class="choices" aria-describedby="pictures-note">
        <legend>{t("picturesTitle")}</legend>
        {PICTURES_INSIDE.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="pictures"
              checked={each === pictures}
              onChange={() => onChange({ pictures: each })}
            />
            {t(`picturesInside_${each}`)}
          </label>
        ))}
        <p id="pictures-note" class="note">
          {t(`picturesNote_${pictures}`)}
        </p>
      </fieldset>
      <fieldset class="choices">
        <legend>{t("addTitle")}</legend>
        <Added
          id="with-words"
          isChosen={withWords}
          name={t("includeWords")}
          note={t("includeWordsNote")}
          onChange={(isChosen) => onChange({ withWords: isChosen })}
        />
        {pictures !== "none" && (
          <Added
            id="with-marked"
            isChosen={withMarked}
            name={t("includeMarked")}
            note={t(pictures === "redacted" ? "includeMarkedNoteRedacted" : "includeMarkedNote")}
            onChange={(isChosen) => onChange({ withMarked: isChosen })}
          />
        )}
      </fieldset>
    </>
  );
}

interface AddedProps {
  id: string;
  isChosen: boolean;
  name: string;
  note: string;
  onChange: (isChosen: boolean) => void;
}

function Added({ id, isChosen, name, note, onChange }: AddedProps) {
  return (
    <div>
      <label class="choice">
        <input type="checkbox" checked={isChosen} aria-describedby={id} onChange={() => onChange(!isChosen)} />
        {name}
      </label>
      <p id={id} class="note choice-note">
        {note}
      </p>
    </div>
  );
}
