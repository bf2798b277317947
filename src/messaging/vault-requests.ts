/** Shape of what our pages may ask about locking. */
import * as v from "valibot";
import { IDLE_MINUTES, MIN_PASSPHRASE } from "@/src/model/lock";

/** Longer than any sentence, shorter than a flood. */
const MAX_SECRET = 1000;
const secret = v.pipe(v.string(), v.maxLength(MAX_SECRET));
const nothing = v.strictObject({});

export const VAULT_REQUESTS = {
  "vault.state": nothing,
  "vault.unlock": v.strictObject({ secret }),
  "vault.lock": nothing,
  "vault.noteUse": nothing,
  "vault.setPassphrase": v.strictObject({
    current: v.nullable(secret),
    passphrase: v.pipe(secret, v.minLength(MIN_PASSPHRASE)),
  }),
  "vault.recoveryKey": v.strictObject({ passphrase: secret }),
  "vault.setIdle": v.strictObject({ minutes: v.picklist(IDLE_MINUTES) }),
  "vault.putOfferAway": nothing,
  "vault.putReminderAway": nothing,
  "vault.wipe": nothing,
} as const;
