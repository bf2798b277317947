import { VaultError } from "@/src/model/errors";

/** A row that lacks a part fails with a TypeError; that, too, is damage of this row alone. */
export function unlessDamaged(error: unknown): null {
  if (error instanceof TypeError || (error instanceof VaultError && error.code === "damaged")) return null;
  throw error;
}
