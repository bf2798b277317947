import { t } from "@/src/i18n/t";
import { AGREED, CASE_ROLES, type CaseNote } from "@/src/model/note";
import { useOwnId } from "@/src/ui/parts/use-own-id";

interface RoleFieldsProps {
  about: CaseNote;
  onChange: (about: CaseNote) => void;
}

/** For whom a case is kept; for someone else, whether they agreed. */
export function RoleFields({ about, onChange }: RoleFieldsProps) {
  const group = useOwnId();
  const roles = about.role === "unstated" ? ([...CASE_ROLES, "unstated"] as const) : CASE_ROLES;
  return (
    <>
      <fieldset class="choices">
        <legend>{t("caseForWhom")}</legend>
        {roles.map((role) => (
          <label key={role} class="choice">
            <input
              type="radio"
              name={`${group}-role`}
              checked={about.role === role}
              onChange={() => onChange({ ...about, role })}
            />
            {t(`role_${role}`)}
          </label>
        ))}
      </fieldset>
      {about.role === "friend" && (
        <fieldset class="choices">
          <legend>{t("agreedTitle")}</legend>
          {AGREED.map((agreed) => (
            <label key={agreed} class="choice">
              <input
                type="radio"
                name={`${group}-agreed`}
                checked={(about.agreed ?? "unknown") === agreed}
                onChange={() => onChange({ ...about, agreed })}
              />
              {t(`agreed_${agreed}`)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
