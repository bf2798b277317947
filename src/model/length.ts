/** How long something lasts, as people write it: `0:42`, `3:10`, `1:02:03`. */
export function lengthText(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const end = String(rest).padStart(2, "0");
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${String(minutes).padStart(2, "0")}:${end}`;
}

/** Longest that is taken as a length. */
const MAX_SECONDS = 24 * 3600;

/** Seconds of what was typed in the same way; `null` where it is no length. */
export function lengthOf(text: string): number | null {
  const parts = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(text.trim());
  if (parts === null) return null;
  const [, hours = "0", minutes, seconds] = parts;
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total > 0 && total <= MAX_SECONDS ? total : null;
}
