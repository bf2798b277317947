import { CopyButton } from "./CopyButton";

interface CopyLineProps {
  text: string;
  /** Rejects when the browser does not let us; the line can still be copied by hand. */
  onCopy: (text: string) => Promise<void>;
}

/** One line to pass on, with a button that copies it. */
export function CopyLine({ text, onCopy }: CopyLineProps) {
  return (
    <div class="stack-tight">
      <code class="line">{text}</code>
      <CopyButton text={text} onCopy={onCopy} />
    </div>
  );
}
