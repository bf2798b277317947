import { useRef } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Icon } from "@/src/ui/parts/Icon";
import { Labelled } from "@/src/ui/parts/Labelled";
import { lookIcon, lookName } from "@/src/ui/parts/look";
import { useLeaveKeys } from "@/src/ui/parts/use-leave-keys";
import { LONGEST_TEXT, type PadRun, type PadState } from "./run-pad";

export interface PadCalls {
  onWritePad: PadRun["write"];
  onFindInPad: PadRun["find"];
  onLeave: () => void;
}

/** A plain notepad. Nothing on it tells that there is more; Shift three times leaves here too, and is not announced. */
export function Pad({ pad, calls }: { pad: PadState; calls: PadCalls }) {
  const text = useRef<HTMLTextAreaElement>(null);
  const words = useRef<HTMLInputElement>(null);
  useLeaveKeys(calls.onLeave);
  const find = async (event: SubmitEvent) => {
    event.preventDefault();
    const { value } = words.current!;
    const place = await calls.onFindInPad(value);
    if (place === null) return;
    text.current!.focus();
    text.current!.setSelectionRange(place, place + value.length);
  };
  return (
    <main class="pad stack">
      <h1 class="top-name">
        <Icon name={lookIcon()} />
        {lookName()}
      </h1>
      <form class="pad-find" onSubmit={(event) => void find(event)}>
        <Labelled label={t("padFind")}>
          {(ids) => <input {...ids} ref={words} class="input" type="search" autocomplete="off" spellcheck={false} />}
        </Labelled>
        <button type="submit" class="button">
          {t("padFind")}
        </button>
      </form>
      <p role="status" class="note">
        {pad.said !== null && t(pad.said === "found" ? "padFound" : "padNotFound")}
      </p>
      <Labelled label={t("padText")} isWide>
        {(ids) => (
          <textarea
            {...ids}
            ref={text}
            class="input pad-text"
            dir="auto"
            maxLength={LONGEST_TEXT}
            value={pad.text}
            onInput={({ currentTarget }) => calls.onWritePad(currentTarget.value)}
          />
        )}
      </Labelled>
    </main>
  );
}
