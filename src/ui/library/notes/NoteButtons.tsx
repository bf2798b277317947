import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";

interface NoteButtonsProps {
  /** Which note it is, for who does not see where the buttons stand. */
  of: string;
  change: { words: string; onPress: () => void };
  /** `means`: what taking it away means. */
  remove: { words: string; means: string; onPress: () => void };
}

/** What can be done with one note. Taking it away asks once, in its place. */
export function NoteButtons({ of, change, remove }: NoteButtonsProps) {
  const [isAsking, setAsking] = useState(false);
  if (isAsking)
    return (
      <div class="stack-tight">
        <p>{remove.means}</p>
        <div class="button-line">
          <Button onPress={remove.onPress}>{t("eventRemoveDo")}</Button>
          <Button onPress={() => setAsking(false)}>{t("eventRemoveNot")}</Button>
        </div>
      </div>
    );
  return (
    <div class="button-line">
      <Button kind="quiet" label={`${change.words}: ${of}`} onPress={change.onPress}>
        {change.words}
      </Button>
      <Button kind="quiet" label={`${remove.words}: ${of}`} onPress={() => setAsking(true)}>
        {remove.words}
      </Button>
    </div>
  );
}
