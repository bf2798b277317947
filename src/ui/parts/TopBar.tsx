import { t } from "@/src/i18n/t";
import { Button } from "./Button";
import { Icon } from "./Icon";
import { leaveTo } from "./leave";
import { PRESSES_TO_LEAVE } from "./leave-keys";
import { lookIcon, lookName } from "./look";
import { useLeaveKeys } from "./use-leave-keys";

/** The name and the way out, always in the same place. The first tab stop is a link that does the same. */
interface TopBarProps {
  nameLevel: "h1" | "p";
  onLeave: () => void;
  /** Left out where there is nothing to lock. */
  onLock?: (() => void) | undefined;
}

export function TopBar({ nameLevel, onLeave, onLock }: TopBarProps) {
  const { presses, hasExpired } = useLeaveKeys(onLeave);
  const Name = nameLevel;
  return (
    <header class="top">
      <a
        class="leave-link"
        href={leaveTo()}
        onClick={(event) => {
          event.preventDefault();
          onLeave();
        }}
      >
        {t("leaveLink")}
      </a>
      <Name class="top-name">
        <Icon name={lookIcon()} />
        {lookName()}
      </Name>
      <div class="top-actions">
        {onLock && <Button onPress={onLock}>{t("lock")}</Button>}
        <div class="leave">
          <Button onPress={onLeave}>{t("leaveNow")}</Button>
          {presses > 0 && <Dots presses={presses} />}
          <span role="status" class="visually-hidden">
            {hasExpired ? t("leaveExpired") : pressesLeft(presses)}
          </span>
        </div>
      </div>
    </header>
  );
}

function pressesLeft(presses: number): string {
  if (presses === 0) return "";
  return presses === 1 ? t("leaveTwoMore") : t("leaveOneMore");
}

function Dots({ presses }: { presses: number }) {
  return (
    <span class="leave-dots" aria-hidden="true">
      {Array.from({ length: PRESSES_TO_LEAVE }, (_, place) => (
        <span key={place} class={place < presses ? "pressed" : ""} />
      ))}
    </span>
  );
}
