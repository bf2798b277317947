import { formatMonth } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { Month } from "@/src/search/filters";

interface MonthChoiceProps {
  label: string;
  month: Month | null;
  months: readonly Month[];
  onChange: (month: Month | null) => void;
}

/** One end of a range of months. Firefox has no field for a month. */
export function MonthChoice({ label, month, months, onChange }: MonthChoiceProps) {
  const all = month === null || months.includes(month) ? months : [...months, month];
  return (
    <label class="month">
      {label}
      <select class="field" onChange={(event) => onChange(event.currentTarget.value || null)}>
        <option value="" selected={month === null}>
          {t("filterAnyMonth")}
        </option>
        {all.map((each) => (
          <option key={each} value={each} selected={month === each}>
            {formatMonth(each)}
          </option>
        ))}
      </select>
    </label>
  );
}
