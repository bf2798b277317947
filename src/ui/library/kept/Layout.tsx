import { t } from "@/src/i18n/t";
import type { KeptView } from "@/src/ui/library/state";
import { Chip } from "./Chip";

interface LayoutProps {
  layout: KeptView["layout"];
  onChange: (layout: KeptView["layout"]) => void;
}

/** Rows, or tiles with number and platform only. */
export function Layout({ layout, onChange }: LayoutProps) {
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{t("showAs")}</legend>
      <Chip group="layout" isSet={layout === "rows"} onPress={() => onChange("rows")}>
        {t("showRows")}
      </Chip>
      <Chip group="layout" isSet={layout === "tiles"} onPress={() => onChange("tiles")}>
        {t("showTiles")}
      </Chip>
    </fieldset>
  );
}
