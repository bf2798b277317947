import { type PlainKey, t } from "@/src/i18n/t";
import { MAX_WORDS } from "@/src/model/note-limits";
import type { ContactAsked, LetterField, LetterFields, Relation } from "@/src/report/letter";
import { LineField } from "@/src/ui/parts/LineField";
import { useOwnId } from "@/src/ui/parts/use-own-id";

const CONTACT_WORDS: Readonly<Record<ContactAsked, PlainKey>> = {
  email: "noticeContact",
  nameAndEmail: "noticeContactName",
  all: "noticeContactAll",
};

interface LetterFieldsFormProps {
  asked: ReadonlySet<LetterField>;
  contact: ContactAsked;
  fields: LetterFields;
  onChange: (fields: LetterFields) => void;
}

/** In the order in which they are asked for. */
const LINES = ["contact", "signature", "country", "description", "more"] as const;
const LINE_WORDS: Readonly<Record<Exclude<(typeof LINES)[number], "contact">, PlainKey>> = {
  signature: "noticeSignature",
  country: "noticeCountry",
  description: "noticeDescription",
  more: "noticeMore",
};

/** What the text needs that is not among what was kept. All of it can be left empty. */
export function LetterFieldsForm({ asked, contact, fields, onChange }: LetterFieldsFormProps) {
  const put = (some: Partial<LetterFields>) => onChange({ ...fields, ...some });
  return (
    <>
      {(asked.has("relation") || asked.has("owner")) && (
        <WhoWrites isOwner={asked.has("owner")} chosen={fields.relation} onChoose={(relation) => put({ relation })} />
      )}
      {LINES.filter((line) => asked.has(line)).map((line) => (
        <LineField
          key={line}
          label={t(line === "contact" ? CONTACT_WORDS[contact] : LINE_WORDS[line])}
          value={fields[line]}
          max={MAX_WORDS}
          isWide={false}
          onType={(value) => put({ [line]: value })}
        />
      ))}
    </>
  );
}

interface WhoWritesProps {
  isOwner: boolean;
  chosen: Relation | null;
  onChoose: (relation: Relation) => void;
}

function WhoWrites({ isOwner, chosen, onChoose }: WhoWritesProps) {
  const name = useOwnId();
  const options = isOwner
    ? ([
        ["self", t("noticeOwner")],
        ["acting", t("noticeForOwner")],
      ] as const)
    : ([
        ["self", t("noticeShown")],
        ["acting", t("noticeActing")],
      ] as const);
  return (
    <fieldset>
      <legend>{t("noticeWho")}</legend>
      {options.map(([relation, label]) => (
        <label key={relation} class="choice">
          <input type="radio" name={name} checked={chosen === relation} onChange={() => onChoose(relation)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
