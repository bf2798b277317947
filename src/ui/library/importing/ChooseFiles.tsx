import { useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { Imported } from "@/src/model/from-elsewhere";
import { Button } from "@/src/ui/parts/Button";

interface ChooseFilesProps {
  onFiles: (files: File[], how: Imported["how"]) => void;
}

/** Takes several files, chosen or dropped. */
export function ChooseFiles({ onFiles }: ChooseFilesProps) {
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    // Dropping is a shortcut for the mouse; the button does the same for everyone.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      class={isOver ? "drop drop-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles(Array.from(event.dataTransfer?.files ?? []), "dropped");
      }}
    >
      <Button kind="main" onPress={() => input.current?.click()}>
        {t("importChoose")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("importChoose")}
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          event.currentTarget.value = ""; // so that the same ones can be chosen again
          onFiles(files, "chosen");
        }}
      />
      <p class="note">{t("importDrop")}</p>
    </div>
  );
}
