/** A moment on this device's clock in UTC, ISO 8601 with milliseconds and `Z`, e.g. `2026-11-21T01:02:03.456Z`. */
export type UtcInstant = string & { readonly __brand: "UtcInstant" };

export function utcInstant(epochMs: number): UtcInstant {
  return new Date(epochMs).toISOString() as UtcInstant;
}
