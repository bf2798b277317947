import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "./Button";

interface CopyLineProps {
  text: string;
  /** Of the button, where several stand on one page; begins with “Copy”. */
  copyLabel?: string;
  /** Rejects when the browser does not let us; the line can still be copied by hand. */
  onCopy: (text: string) => Promise<void>;
}

/** One line to pass on, with a button that copies it. */
export function CopyLine({ text, copyLabel, onCopy }: CopyLineProps) {
  const [told, setTold] = useState("");
  const copy = () =>
    onCopy(text).then(
      () => setTold(t("copied")),
      () => setTold(t("notCopied")),
    );
  return (
    <div class="stack-tight">
      <code class="line">{text}</code>
      <div class="copy-row">
        <Button onPress={copy}>{copyLabel ?? t("copy")}</Button>
        <span role="status" class="note">
          {told}
        </span>
      </div>
    </div>
  );
}
