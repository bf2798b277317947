import { useRef, useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { type Chosen, chosenOf, droppedOf } from "./chosen";

interface ChooseFileProps {
  /** Rejects where what was dropped cannot be read. */
  onChosen: (chosen: Chosen | Promise<Chosen | null>) => void;
}

/** Takes one file or one folder, chosen or dropped. */
export function ChooseFile({ onChosen }: ChooseFileProps) {
  const [isOver, setOver] = useState(false);
  return (
    // Dropping is a shortcut for the mouse; the buttons do the same for everyone.
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
        if (event.dataTransfer) onChosen(droppedOf(event.dataTransfer));
      }}
    >
      <div class="drop-buttons">
        <Choose label={t("chooseFile")} onChosen={onChosen} accept=".zip,application/zip" />
        <Choose label={t("chooseFolder")} onChosen={onChosen} webkitdirectory />
      </div>
      <p class="note">{t("dropFile")}</p>
    </div>
  );
}

type ChooseProps = ChooseFileProps & { label: string } & ({ accept: string } | { webkitdirectory: true });

function Choose({ label, onChosen, ...kind }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onPress={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        {...kind}
        hidden
        aria-label={label}
        onChange={(event) => {
          const chosen = chosenOf(event.currentTarget.files);
          if (chosen !== null) onChosen(chosen);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
