/** An error whose code is one of a closed list, from which the sentence is chosen where it is shown. */
export abstract class CodedError<Code extends string> extends Error {
  constructor(
    readonly code: Code,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
