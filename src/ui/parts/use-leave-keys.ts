import { useEffect, useRef, useState } from "preact/hooks";
import { type LeaveKeys, NO_PRESSES, PAUSE_MS, PRESSES_TO_LEAVE, released } from "./leave-keys";

/**
 * Listens for the way out anywhere on the page, in fields too.
 * @returns How many presses there were, and whether the last ones were let go by; for telling the user.
 */
export function useLeaveKeys(onLeave: () => void): { presses: number; hasExpired: boolean } {
  const keys = useRef<LeaveKeys>(NO_PRESSES);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const [told, setTold] = useState({ presses: 0, hasExpired: false });
  useEffect(() => {
    let timer = 0;
    const onKeyUp = (event: KeyboardEvent) => {
      const before = keys.current.presses;
      keys.current = released(keys.current, event, performance.now());
      const { presses } = keys.current;
      if (presses === 0 && before === 0) return;
      window.clearTimeout(timer);
      setTold({ presses, hasExpired: presses === 0 });
      timer = window.setTimeout(presses === 0 ? forget : expire, PAUSE_MS);
      if (presses >= PRESSES_TO_LEAVE) leave.current();
    };
    const forget = () => setTold({ presses: 0, hasExpired: false });
    const expire = () => {
      keys.current = NO_PRESSES;
      setTold({ presses: 0, hasExpired: true });
      timer = window.setTimeout(forget, PAUSE_MS);
    };
    document.addEventListener("keyup", onKeyUp, true);
    return () => {
      document.removeEventListener("keyup", onKeyUp, true);
      window.clearTimeout(timer);
    };
  }, []);
  return told;
}
