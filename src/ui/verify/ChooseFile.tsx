import { t } from "@/src/i18n/t";
import { DropZone } from "@/src/ui/parts/DropZone";
import { FileButton } from "@/src/ui/parts/FileButton";
import { type Choosing, chosenOf, droppedOf } from "./chosen";

interface ChooseFileProps {
  onChosen: (choosing: Choosing) => void;
}

/** Takes one file or one folder, chosen or dropped. */
export function ChooseFile({ onChosen }: ChooseFileProps) {
  const choose = (files: readonly File[]) => onChosen(chosenOf(files));
  return (
    <DropZone onDrop={(dropped) => onChosen(droppedOf(dropped))}>
      <div class="drop-buttons">
        <FileButton label={t("chooseFile")} takes={{ accept: ".zip,application/zip" }} onFiles={choose} />
        <FileButton label={t("chooseFolder")} takes={{ webkitdirectory: true }} onFiles={choose} />
      </div>
      <p class="note">{t("dropFile")}</p>
    </DropZone>
  );
}
