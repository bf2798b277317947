import { type PlainKey, t } from "@/src/i18n/t";
import type { ContactAsked, LetterField, LetterFields, Relation } from "@/src/report/letter";
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

/** What the text needs that is not among what was kept. All of it can be left empty. */
export function LetterFieldsForm({ asked, contact: contactAsked, fields, onChange }: LetterFieldsFormProps) {
  const put = (some: Partial<LetterFields>) => onChange({ ...fields, ...some });
  return (
    <>
      {(asked.has("relation") || asked.has("owner")) && (
        <WhoWrites isOwner={asked.has("owner")} chosen={fields.relation} onChoose={(relation) => put({ relation })} />
      )}
      {asked.has("contact") && (
        <Field label={t(CONTACT_WORDS[contactAsked])} value={fields.contact} onChange={(contact) => put({ contact })} />
      )}
      {asked.has("signature") && (
        <Field label={t("noticeSignature")} value={fields.signature} onChange={(signature) => put({ signature })} />
      )}
      {asked.has("country") && (
        <Field label={t("noticeCountry")} value={fields.country} onChange={(country) => put({ country })} />
      )}
      {asked.has("description") && (
        <Field
          label={t("noticeDescription")}
          value={fields.description}
          onChange={(description) => put({ description })}
        />
      )}
      {asked.has("more") && <Field label={t("noticeMore")} value={fields.more} onChange={(more) => put({ more })} />}
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

function Field({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useOwnId();
  return (
    <div class="labelled">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        autocomplete="off"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
