import { t } from "@/src/i18n/t";
import type { Imported } from "@/src/model/from-elsewhere";
import { DropZone } from "@/src/ui/parts/DropZone";
import { FileButton } from "@/src/ui/parts/FileButton";

interface ChooseFilesProps {
  onFiles: (files: readonly File[], how: Imported["how"]) => void;
}

/** Takes several files, chosen or dropped. */
export function ChooseFiles({ onFiles }: ChooseFilesProps) {
  return (
    <DropZone onDrop={({ files }) => onFiles(Array.from(files), "dropped")}>
      <FileButton
        kind="main"
        label={t("importChoose")}
        takes={{ multiple: true }}
        onFiles={(files) => onFiles(files, "chosen")}
      />
      <p class="note">{t("importDrop")}</p>
    </DropZone>
  );
}
