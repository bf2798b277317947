/**
 * Which report form to offer first for the page in front. It goes by the address alone and chooses among the links in
 * the directory; it cannot know whether a link still works, so it says how each is known.
 */
import type { ReportKind } from "@/src/model/note";
import { platformName, platformOf } from "@/src/model/platform";
import { type Destination, destinationsFor, platformCaution } from "./destinations";
import type { FlowConfidence, SourceTier } from "./schema-parts";
import { isWellKnown } from "./well-known";

export interface ReportForm {
  platform: string;
  platformName: string;
  /**
   * An https address. It is the same for everyone, but where a source shows that the form takes the address of the page:
   * then that is in it, and goes to the platform that shows the page. Nothing about the person is.
   */
  url: string;
  destination: Destination;
  /** True: a good source says that the page is for intimate images. False: it is the platform's general way in. */
  isBestForIntimateImage: boolean;
  /** True: the page explains how to report; there may be no form on it. */
  isHowTo: boolean;
  confidence: FlowConfidence;
  sourceTier: SourceTier;
  /** The day a person last opened the link. `null`: nobody has, and the interface must say so. */
  checked: string | null;
  /** About the platform as a whole; `destination.caution` is about this route. */
  caution: string | null;
}

/** At a search engine, what can be reported is the result. */
const FOR_INTIMATE_IMAGES: ReadonlySet<Destination["kind"]> = new Set(["ncii", "search-removal"]);

/** The routes in the directory that are made for what a report is about; the others go by `firstToOffer`. */
const MADE_FOR: Readonly<Record<ReportKind, Destination["kind"] | null>> = {
  "intimate-picture": null,
  threat: "threat",
  impersonation: "impersonation",
  "under-18": "underage",
  "other-abuse": "general",
};

/** The form to offer first for this page; `null` for a site outside the directory or without an https route. */
export function formFor(url: string, kind: ReportKind = "intimate-picture"): ReportForm | null {
  const platform = platformOf(url);
  const name = platformName(platform);
  const open = destinationsFor(platform).filter(isForAnyone);
  const made = open.filter((one) => one.kind === MADE_FOR[kind]);
  const destination = made.find(isWellKnown) ?? made[0] ?? firstToOffer(open);
  if (name === null || destination?.url === undefined) return null;
  return {
    platform,
    platformName: name,
    url: withAddress(destination, url),
    destination,
    isBestForIntimateImage: FOR_INTIMATE_IMAGES.has(destination.kind) && isWellKnown(destination),
    isHowTo: destination.isGuide === true || destination.inApp === true,
    confidence: destination.confidence,
    sourceTier: destination.sourceTier,
    checked: destination.checked ?? null,
    caution: platformCaution(platform),
  };
}

/** The address as the browser has it, without the name and password that one can hold. */
function withAddress({ url = "", prefill }: Destination, reported: string): string {
  const parsed = URL.parse(reported);
  if (prefill?.address === undefined || parsed === null) return url;
  parsed.username = "";
  parsed.password = "";
  const form = new URL(url);
  form.searchParams.set(prefill.address, parsed.href);
  return form.href;
}

/**
 * The best route if its source is good enough; else a general route whose source is; else, rather than nothing, a
 * general route or the best one on a weak source, which the caller can tell by `confidence` and `sourceTier`.
 */
function firstToOffer(open: Destination[]): Destination | undefined {
  const best = open.find((one) => one.isFirstChoice);
  const general = open.filter((one) => one.kind === "general");
  if (best !== undefined && isWellKnown(best)) return best;
  return general.find(isWellKnown) ?? general[0] ?? best;
}

/** Has an https address, is not limited to some regions, and does not pass the reporter's name to the uploader. */
function isForAnyone(destination: Destination): boolean {
  return destination.url !== undefined && destination.regions === undefined && destination.kind !== "copyright";
}
