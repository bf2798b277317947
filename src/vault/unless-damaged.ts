import { VaultError } from "@/src/model/errors";

/** What browsers call it when the bytes of a stored value cannot be read. */
const UNREADABLE = ["DataError", "NotReadableError", "UnknownError"];

/** A row that lacks a part fails with a TypeError, one whose bytes are gone with the browser's own; that, too, is damage of this row alone. */
export function isDamage(error: unknown): boolean {
  if (error instanceof VaultError) return error.code === "damaged";
  return error instanceof TypeError || (error instanceof DOMException && UNREADABLE.includes(error.name));
}

export function unlessDamaged(error: unknown): null {
  if (isDamage(error)) return null;
  throw error;
}

/** A row of the store. @throws {VaultError} `damaged` where the browser cannot read its bytes */
export async function readable<Row>(reading: Promise<Row>): Promise<Row> {
  try {
    return await reading;
  } catch (cause) {
    throw isDamage(cause) ? new VaultError("damaged", { cause }) : cause;
  }
}
