import { useRef } from "preact/hooks";
import { Button } from "./Button";

interface FileButtonProps {
  label: string;
  kind?: "main";
  /** One file, several, or a folder with all that is in it. */
  takes: { accept: string } | { multiple: true } | { webkitdirectory: true };
  /** At least one. */
  onFiles: (files: readonly File[]) => void;
}

/** A button that lets files be chosen. The browser's own field cannot be worded, so it stays hidden behind it. */
export function FileButton({ label, kind, takes, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(kind && { kind })} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        {...takes}
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          event.currentTarget.value = ""; // so that the same ones can be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
