/** What may be known of the vault while it is locked: nothing of what is kept, neither how much nor of whom. */
export interface LockState {
  hasPassphrase: boolean;
  isLocked: boolean;
  /** Minutes without a key or a click after which the vault locks itself. */
  idleMinutes: IdleMinutes;
  /** No passphrase is set, and the offer was not put away. */
  offersPassphrase: boolean;
  /** The reminder of copies was not put away lately. */
  remindsOfCopies: boolean;
}

/** How long the reminder of copies stays away. */
export const REMINDER_DAYS = 7;

export const IDLE_MINUTES = [1, 5, 15, 30, 60] as const;
export type IdleMinutes = (typeof IDLE_MINUTES)[number];
export const DEFAULT_IDLE_MINUTES = 5;

/** Shorter ones are refused; how good a longer one is, is shown. */
export const MIN_PASSPHRASE = 8;
