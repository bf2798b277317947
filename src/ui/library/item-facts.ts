/** What a notice or a report names of a kept item. */
import { type Correction, standing } from "@/src/model/correction";
import type { ExhibitId, ExhibitRecord } from "@/src/model/exhibit";
import { browserAddress, claimsOf } from "@/src/model/exhibit-kind";
import type { LetterItem } from "@/src/report/letter";

export interface ItemFactsWorld {
  record(id: ExhibitId): Promise<ExhibitRecord>;
  corrections(id: ExhibitId): Promise<Correction[]>;
}

/** The user's word where there is one, else what the page says. */
export async function itemFacts(world: ItemFactsWorld, id: ExhibitId): Promise<LetterItem> {
  const [record, corrections] = await Promise.all([world.record(id), world.corrections(id)]);
  const said = standing(corrections);
  const { permalink = null, handle = null, postedAtText = null } = claimsOf(record);
  return {
    url: said.get("permalink")?.value ?? postAddress(permalink, browserAddress(record) ?? ""),
    handle: said.get("handle")?.value ?? handle,
    postedAt: said.get("postedAtText")?.value ?? postedAtText,
    keptUtc: record.captured.endUtc,
  };
}

/** The page's word for where the post is counts only on its own site. */
function postAddress(permalink: string | null, browserUrl: string): string {
  const own = URL.parse(browserUrl)?.host;
  return permalink !== null && own !== undefined && URL.parse(permalink)?.host === own ? permalink : browserUrl;
}
