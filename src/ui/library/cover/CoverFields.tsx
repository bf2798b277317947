import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import type { CoverBox } from "@/src/model/covers";
import { Button } from "@/src/ui/parts/Button";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import { type ChangeBoxes, changeBox, type PictureSize, removeBox, typed } from "./boxes";

interface CoverFieldsProps {
  size: PictureSize;
  boxes: readonly CoverBox[];
  onDraw: (change: ChangeBoxes) => void;
}

const FIELDS = {
  xPx: { name: "coverLeft", least: 0, side: "widthPx" },
  yPx: { name: "coverTop", least: 0, side: "heightPx" },
  widthPx: { name: "coverWidth", least: 1, side: "widthPx" },
  heightPx: { name: "coverHeight", least: 1, side: "heightPx" },
} as const;

/** The same boxes as numbers: for whoever does not draw, and without the picture being shown. */
export function CoverFields({ size, boxes, onDraw }: CoverFieldsProps) {
  return (
    <>
      {boxes.map((box, index) => (
        <fieldset key={index} class="cover-fields">
          <legend>{t("coverBox", [formatNumber(index + 1)])}</legend>
          {(Object.keys(FIELDS) as (keyof CoverBox)[]).map((field) => (
            <PixelField
              key={field}
              field={field}
              size={size}
              index={index}
              value={box[field]}
              onType={(value) => onDraw(changeBox(index, (now) => typed(now, field, value, size)))}
            />
          ))}
          <Button
            kind="quiet"
            label={t("coverRemoveBox", [formatNumber(index + 1)])}
            onPress={() => onDraw(removeBox(index))}
          >
            {t("coverRemove")}
          </Button>
        </fieldset>
      ))}
    </>
  );
}

interface PixelFieldProps {
  field: keyof CoverBox;
  size: PictureSize;
  index: number;
  value: number;
  onType: (value: number) => void;
}

/** Taken when the field is left or Enter is pressed: half a number is none. */
function PixelField({ field, size, index, value, onType }: PixelFieldProps) {
  const id = useOwnId();
  const { name, least, side } = FIELDS[field];
  return (
    <div class="cover-field">
      <label for={id}>{t(name)}</label>
      <input
        id={id}
        class="field"
        type="number"
        data-box={index}
        min={least}
        max={size[side]}
        step={1}
        value={value}
        onChange={({ currentTarget }) => {
          const wanted = currentTarget.valueAsNumber;
          currentTarget.value = String(value); // drawn anew where it is taken
          onType(wanted);
        }}
      />
    </div>
  );
}
