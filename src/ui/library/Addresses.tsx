import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Address } from "@/src/ui/parts/Address";
import { Fact } from "@/src/ui/parts/Facts";

interface Named {
  name: string;
  note: string;
  addresses: readonly string[];
}

/** Addresses that stood in the page, as text; folded away, because there may be many. Nothing where there are none. */
export function Addresses({ name, note, addresses }: Named) {
  if (addresses.length === 0) return null;
  return (
    <Fact name={name}>
      <span class="secondary">{note}</span>
      <details class="fold">
        <summary>{t("addressesOpen", [name, formatNumber(addresses.length)])}</summary>
        <ul class="addresses">
          {addresses.map((url, place) => (
            <li key={place}>
              <Address url={url} />
            </li>
          ))}
        </ul>
      </details>
    </Fact>
  );
}
