/** Bundles for tests: a good one made by the real exporter, and ZIPs made of whatever files a test wants. */
import type { BagFacts } from "@/src/export/bag";
import { type Bundle, type BundleOptions, bundle } from "@/src/export/bundle";
import type { UtcInstant } from "@/src/model/instant";
import { IN_ENGLISH } from "@/tools/papers";
import { CASE_ID, fakeReader, type KeptExhibit, madeUpExhibit, madeUpLog } from "./exhibits";

export const BUNDLE_NAME = "documents-20261121-031205";

export async function twoExhibits(): Promise<KeptExhibit[]> {
  return [
    await madeUpExhibit(1, { "original/page.dom.html.txt": "<p>first</p>" }, { text: "first" }),
    await madeUpExhibit(2, { "original/media-01.jpg": "not really a picture" }, { handle: null }),
  ];
}

export async function bundleOptions(
  exhibits: readonly KeptExhibit[],
  changes: Partial<BundleOptions> = {},
): Promise<BundleOptions> {
  return {
    reader: fakeReader(exhibits),
    exhibits: exhibits.map(({ record }) => record.id),
    caseId: CASE_ID,
    custody: await madeUpLog(exhibits),
    name: BUNDLE_NAME,
    software: "Tidemark 0.1.0",
    now: "2026-11-21T03:04:05.678Z" as UtcInstant,
    papers: IN_ENGLISH,
    environment: { browser: "Chromium 156", os: "Linux", extVersion: "0.1.0", extBuildHash: "0".repeat(64) },
    ...changes,
  };
}

export async function collect({ stream, done }: Bundle): Promise<{ zip: Blob; facts: BagFacts }> {
  const zip = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  return { zip, facts: await done };
}

/** A bundle of two made-up exhibits, as the exporter makes it. */
export async function goodBundle(changes: Partial<BundleOptions> = {}): Promise<{ zip: Blob; facts: BagFacts }> {
  return collect(bundle(await bundleOptions(await twoExhibits(), changes)));
}
