import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "./Button";

/** Says at once that it was heard, since stopping can take a moment. */
export function StopButton({ onStop, words = t("stop") }: { onStop: () => void; words?: string }) {
  const [isAsked, setAsked] = useState(false);
  const stop = () => {
    setAsked(true);
    onStop();
  };
  return (
    <Button isAsked={isAsked} onPress={stop}>
      {isAsked ? t("stopping") : words}
    </Button>
  );
}
