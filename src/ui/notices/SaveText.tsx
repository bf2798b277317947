import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";

/** Saves the text as a file of a neutral name. */
export function SaveText({ text, onSave }: { text: string; onSave: (text: string) => Promise<string> }) {
  const [name, setName] = useState<string | null>(null);
  return (
    <div class="copy-row">
      <Button onPress={() => void onSave(text).then(setName)}>{t("noticeSave")}</Button>
      <span role="status" class="note">
        {name !== null && t("noticeSaved", [name])}
      </span>
    </div>
  );
}
