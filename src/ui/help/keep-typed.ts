/** An address that was typed or pasted: checked, and kept without the page. */
import type { VaultFailure } from "@/src/model/errors";
import type { AddressNote } from "@/src/model/note";
import { platformOf } from "@/src/model/platform";
import type { Result } from "@/src/model/result";
import type { KeepTyped } from "./Under18Page";

export function keepTyped(keep: (address: AddressNote) => Promise<Result<null, VaultFailure>>): KeepTyped {
  return async ({ address, handle, posted }) => {
    const url = URL.parse(address.trim());
    if (url === null || !/^https?:$/.test(url.protocol)) return "noAddress";
    const note = { address: url.href, platform: platformOf(url.href), handle: orNull(handle), posted: orNull(posted) };
    const kept = await keep({ ...note, why: "under-18-or-unsure" }).catch(() => null);
    if (kept === null) return "cannotOpen"; // the background is gone
    return kept.ok ? null : kept.failure;
  };
}

const orNull = (words: string): string | null => words.trim() || null;
