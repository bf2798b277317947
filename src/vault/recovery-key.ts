/**
 * The key of the printed recovery sheet: the age identity itself, in groups. Its last six characters are a check (bech32),
 * so a slip in typing is noticed. Whoever has the sheet can open everything.
 */
const PREFIX = "AGESECRETKEY1";
const GROUP = 4;
const GROUPS_IN_LINE = 5;

/** Lines for the sheet: the part that is the same for everyone, then groups of four. */
export function recoveryLines(identity: string): string[] {
  const secret = identity.replace(/^AGE-SECRET-KEY-1/, "");
  const groups = secret.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
  const lines = ["AGE-SECRET-KEY-1"];
  for (let at = 0; at < groups.length; at += GROUPS_IN_LINE) {
    lines.push(groups.slice(at, at + GROUPS_IN_LINE).join(" "));
  }
  return lines;
}

/** The key as age writes it, from whatever spacing and letter case it was typed in; `null` when it is no such key. */
export function readRecoveryKey(typed: string): string | null {
  const plain = typed.replace(/[\s-]/gu, "").toUpperCase();
  return plain.startsWith(PREFIX) ? `AGE-SECRET-KEY-1${plain.slice(PREFIX.length)}` : null;
}
