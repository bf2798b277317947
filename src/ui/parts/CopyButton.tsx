import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "./Button";

interface CopyButtonProps {
  text: string;
  /** “Copy” where left out. */
  label?: string | undefined;
  /** Rejects when the browser does not let us; the text can still be copied by hand. */
  onCopy: (text: string) => Promise<void>;
}

/** Copies a text and says whether it did. */
export function CopyButton({ text, label, onCopy }: CopyButtonProps) {
  const [told, setTold] = useState("");
  const copy = () =>
    onCopy(text).then(
      () => setTold(t("copied")),
      () => setTold(t("notCopied")),
    );
  return (
    <div class="copy-row">
      <Button onPress={copy}>{label ?? t("copy")}</Button>
      <span role="status" class="note">
        {told}
      </span>
    </div>
  );
}
