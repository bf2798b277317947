/**
 * A copy of everything: one ZIP with a bag for each case, and `copy.json`, which says what must be there, and of which case
 * the log is damaged. It is sealed by whoever reads the stream. Format: docs/formats/copy.md
 */
import { canonicalJson } from "@/src/model/canonical-json";
import { COPY_SCHEMA, type CopiedBag, type CopiedSettings, type CopyIndex } from "@/src/model/copy";
import type { CustodyEntry } from "@/src/model/custody";
import { StreamDigester } from "@/src/model/digest";
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import type { Note } from "@/src/model/note";
import type { KeptRemarks } from "@/src/model/remarks";
import { type BagOptions, type ExportProgress, writeBag } from "./bag";
import { zipStream } from "./bundle";
import { planBundle } from "./plan";
import { textStream } from "./text-stream";

/** One case as it stood at one moment: log, notes and remarks go together. */
export interface CaseToCopy {
  caseId: CaseId;
  exhibits: readonly ExhibitId[];
  custody: readonly CustodyEntry[];
  notes: readonly Note[];
  remarks: ReadonlyMap<ExhibitId, KeptRemarks>;
  /** Whether `custody` does not hold together: it is what can be read of the log. */
  isDamaged?: boolean;
}

export interface CopyOptions
  extends Pick<BagOptions, "reader" | "name" | "software" | "now" | "environment" | "papers"> {
  cases: readonly CaseToCopy[];
  settings: CopiedSettings;
  onBytes?: (bytesDone: number, bytesTotal: number) => void;
  signal?: AbortSignal;
}

/** Starts a copy. It is made as fast as `stream` is read. `done` fails as that of a bundle does. */
export function copyOf(options: CopyOptions): { stream: ReadableStream<Uint8Array>; done: Promise<CopyIndex> } {
  const { reader, cases, settings, name, now } = options;
  return zipStream(async (zip) => {
    const index: CopyIndex = { schema: COPY_SCHEMA, bags: [], damaged: [], settings };
    const plans = await Promise.all(
      cases.map((each) => planBundle(reader, each.exhibits, each.caseId, { mayBeEmpty: true })),
    );
    const bytesTotal = plans.reduce((sum, { bytes }) => sum + bytes, 0);
    let bytesBefore = 0;
    for (const [place, { caseId, exhibits, custody, isDamaged = false, ...words }] of cases.entries()) {
      const folder = `${name}-${place + 1}`;
      const onProgress = ({ bytesDone }: ExportProgress) => options.onBytes?.(bytesBefore + bytesDone, bytesTotal);
      const bag = {
        ...options,
        caseId,
        exhibits,
        custody,
        name: folder,
        also: wordsOf(words),
        onProgress,
        mayBeEmpty: true,
      };
      const { tagManifestSha256 } = await writeBag(bag, zip, plans[place]);
      const said: CopiedBag = {
        folder,
        caseId,
        exhibits: exhibits.length,
        lastSeq: custody.at(-1)!.seq,
        tagManifestSha256,
      };
      (isDamaged ? index.damaged : index.bags).push(said);
      bytesBefore += plans[place]!.bytes;
    }
    await zip.add(
      "copy.json",
      now,
      textStream([canonicalJson(index)]),
      { bytes: 0, mime: "application/json" },
      new StreamDigester(),
    );
    return index;
  }, options.signal);
}

/** What the user wrote, a line each. */
function wordsOf({ notes, remarks }: Pick<CaseToCopy, "notes" | "remarks">) {
  const line = (value: unknown) => `${canonicalJson(value)}\n`;
  return [
    { path: "notes/notes.jsonl", parts: notes.map(line) },
    { path: "notes/remarks.jsonl", parts: [...remarks].map(([item, kept]) => line({ item, kept })) },
  ];
}
