import { CopyButton } from "./CopyButton";

interface CopyLineProps {
  text: string;
  /** Of the button, where several stand on one page; begins with “Copy”. */
  copyLabel?: string;
  /** Rejects when the browser does not let us; the line can still be copied by hand. */
  onCopy: (text: string) => Promise<void>;
}

/** One line to pass on, with a button that copies it. */
export function CopyLine({ text, copyLabel, onCopy }: CopyLineProps) {
  return (
    <div class="stack-tight">
      <code class="line">{text}</code>
      <CopyButton text={text} label={copyLabel} onCopy={onCopy} />
    </div>
  );
}
