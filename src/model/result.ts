/** The outcome of a request across a message boundary: a value, or one code from a closed list. */
export type Result<Value, Failure extends string> = { ok: true; value: Value } | { ok: false; failure: Failure };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function fail<Failure extends string>(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
