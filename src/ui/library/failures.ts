import { ExportError, VaultError, type VaultFailure } from "@/src/model/errors";
import type { PackageFailure } from "./hand-over/state";

/** The code to show for a failed reading. What is no failure of the vault is a bug: it surfaces, and the page says so. */
export function vaultFailure(error: unknown): VaultFailure {
  if (error instanceof VaultError) return error.code;
  reportError(error);
  return "cannotOpen";
}

export function packageFailure(error: unknown): PackageFailure {
  if (!(error instanceof ExportError)) return { code: vaultFailure(error) };
  return error.about === undefined ? { code: error.code } : { code: error.code, exhibit: error.about.exhibit };
}
