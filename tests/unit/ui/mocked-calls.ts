import { vi } from "vitest";

/**
 * All that a face can ask for, each call a mock that does nothing.
 * @param own Those that have to answer.
 */
export function mockedCalls<Calls extends object>(own: Partial<Calls> = {}): Calls {
  const mocks: Record<string, unknown> = { ...own };
  return new Proxy(mocks, {
    get(calls, name: string) {
      calls[name] ??= vi.fn();
      return calls[name];
    },
  }) as Calls;
}
