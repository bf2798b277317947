import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { IDLE_MINUTES, type LockState } from "@/src/model/lock";
import { Button } from "@/src/ui/parts/Button";
import { PassphraseForm } from "./PassphraseForm";
import { RecoverySheet } from "./RecoverySheet";
import type { LockingState } from "./state";

/** What the part of Settings about locking can ask for. */
export interface LockingCalls {
  onAskPassphrase: () => void;
  onSetPassphrase: (current: string | null, passphrase: string) => void;
  onAskSheet: () => void;
  onShowSheet: (passphrase: string) => void;
  onPrint: () => void;
  onClose: () => void;
  onSetIdle: (minutes: (typeof IDLE_MINUTES)[number]) => void;
}

interface LockingProps {
  lock: LockState;
  locking: LockingState;
  calls: LockingCalls;
}

/** Setting a passphrase, what there is to set once there is one, and the recovery sheet. */
export function Locking({ lock, locking, calls }: LockingProps) {
  if (locking.step === "passphrase") {
    return <PassphraseForm hasOne={lock.hasPassphrase} state={locking} calls={calls} />;
  }
  if (locking.step === "sheet") return <RecoverySheet state={locking} calls={calls} />;
  return (
    <section class="card stack-tight" aria-labelledby="locking-title">
      <h2 id="locking-title">{t("lockingTitle")}</h2>
      {lock.hasPassphrase ? <WithPassphrase lock={lock} locking={locking} calls={calls} /> : <Without calls={calls} />}
    </section>
  );
}

function Without({ calls }: { calls: LockingCalls }) {
  return (
    <>
      <p>{t("lockingState")}</p>
      <p>{t("lockingMeans")}</p>
      <p>{t("lockingDevice")}</p>
      <div>
        <Button onPress={calls.onAskPassphrase}>{t("setPassphrase")}</Button>
      </div>
    </>
  );
}

function WithPassphrase({ lock, locking, calls }: LockingProps) {
  return (
    <>
      <p role="status">{locking.step === "set" ? t("passphraseSet") : t("lockingOn")}</p>
      <p>{t("noRecovery")}</p>
      <p>{t("lockingRemains")}</p>
      <Idle minutes={lock.idleMinutes} onSetIdle={calls.onSetIdle} />
      <div class="button-line">
        <Button onPress={calls.onAskSheet}>{t("recoverySheet")}</Button>
        <Button onPress={calls.onAskPassphrase}>{t("changePassphrase")}</Button>
      </div>
    </>
  );
}

function Idle({ minutes, onSetIdle }: { minutes: number; onSetIdle: LockingCalls["onSetIdle"] }) {
  return (
    <label class="labelled">
      <span>{t("idleLabel")}</span>
      <select
        class="input"
        value={String(minutes)}
        onChange={(event) => {
          const chosen = IDLE_MINUTES.find((each) => String(each) === event.currentTarget.value);
          if (chosen !== undefined) onSetIdle(chosen);
        }}
      >
        {IDLE_MINUTES.map((each) => (
          <option key={each} value={String(each)}>
            {each === 1 ? t("idleMinute") : t("idleMinutes", [formatNumber(each)])}
          </option>
        ))}
      </select>
    </label>
  );
}
