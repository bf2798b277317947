import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";

export interface PadSettingCalls {
  onSetPad: (isOn: boolean) => void;
}

interface PadSettingProps {
  isOn: boolean;
  hasPassphrase: boolean;
  calls: PadSettingCalls;
}

/** A notepad in front of the locked notes; how to get past it is said before it is there. */
export function PadSetting({ isOn, hasPassphrase, calls }: PadSettingProps) {
  return (
    <section class="card stack-tight">
      <h2>{t("padTitle")}</h2>
      <p>{t("padWhy")}</p>
      <p>{t("padHow")}</p>
      <p class="note">{t("padNote")}</p>
      {isOn || hasPassphrase ? (
        <Button onPress={() => calls.onSetPad(!isOn)}>{t(isOn ? "padEnd" : "padBegin")}</Button>
      ) : (
        <p>{t("padNeeds")}</p>
      )}
      <p role="status">{t(isOn ? "padIsOn" : "padIsOff")}</p>
    </section>
  );
}
