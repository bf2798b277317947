import { t } from "@/src/i18n/t";
import { NoteButtons } from "@/src/ui/library/notes/NoteButtons";
import { Address } from "@/src/ui/parts/Address";
import { Claim } from "@/src/ui/parts/Claim";
import type { ReportsCalls } from "./ReportsList";
import type { AddressEntry } from "./state";

/** Addresses that were kept without a picture, and what the page said beside them. */
export function Addresses({ addresses, calls }: { addresses: readonly AddressEntry[]; calls: ReportsCalls }) {
  return (
    <section class="card stack-tight" aria-labelledby="addresses-title">
      <h2 id="addresses-title">{t("addressesTitle")}</h2>
      <p class="secondary">{t("addressesWhyFew")}</p>
      <ul class="reports">
        {addresses.map((entry) => (
          <li key={entry.id} class="stack-tight">
            <OneAddress entry={entry} calls={calls} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneAddress({ entry, calls }: { entry: AddressEntry; calls: ReportsCalls }) {
  const { address, handle, posted } = entry.body;
  return (
    <>
      <p>
        <Address url={address} />
      </p>
      <p class="note">
        {handle !== null && <Claim text={handle} />} {posted !== null && <Claim text={posted} />}
      </p>
      <NoteButtons
        of={address}
        change={{ words: t("reportWrite"), onPress: () => calls.onReportAddress(entry) }}
        remove={{
          words: t("addressRemove"),
          means: t("addressRemoveMeans"),
          onPress: () => calls.onRemoveReport(entry),
        }}
      />
    </>
  );
}
