/** Takes in files that were made elsewhere, one after another: each read as a stream, encrypted, and read back. */
import { appVersion, programEnvironment } from "@/src/capture/environment";
import { endTimes, startTimes } from "@/src/capture/times";
import { readFile } from "@/src/importing/read-file";
import { tellSaved } from "@/src/messaging/tell-saved";
import { ImportError, VaultError } from "@/src/model/errors";
import { type ImportRecord, RECORD_SCHEMA } from "@/src/model/exhibit";
import { IMPORT_LIMITS, type Imported, MAX_IMPORT_BYTES } from "@/src/model/from-elsewhere";
import { type UtcInstant, utcInstant } from "@/src/model/instant";
import { letGo } from "@/src/model/let-go";
import { deviceClock } from "@/src/platform/clock";
import type { ImportedItem, ImportRequest, ImportWorld } from "@/src/ui/library/importing/run-import";
import { joined } from "@/src/vault/chunks";
import { INCOMING_LOCK } from "@/src/vault/incoming";
import { ensureMeta } from "@/src/vault/meta";
import { type OpenVault, openVault } from "@/src/vault/open";
import { ExhibitWriter } from "@/src/vault/seal";

export const importWorld: ImportWorld = {
  // Held, so that a background that starts meanwhile takes nothing of it for something left behind.
  importFile: (request) =>
    navigator.locks.request(INCOMING_LOCK, async () => {
      const vault = await openVault();
      try {
        await vault.access.keys(); // refused while locked
        return await importInto(vault, request);
      } finally {
        vault.db.close();
      }
    }),
};

/** Bytes that are taken at once, or a little more: as many as are stored at once. */
const PART_BYTES = 1 << 20;

async function importInto(vault: OpenVault, request: ImportRequest): Promise<ImportedItem> {
  const { file, how, signal } = request;
  if (file.size > MAX_IMPORT_BYTES) throw new ImportError("tooLarge");
  const started = startTimes(deviceClock);
  // A folder that was dropped looks like a file, and cannot be read.
  const reading = await readFile(file, file.name).catch(unreadable);
  if (file.size === 0) throw new ImportError("empty");
  const writer = await ExhibitWriter.begin(vault, {});
  try {
    const { mime, ending, ...said } = reading;
    const kept = await write(writer, { path: `original/file.${ending}`, role: "original", mime }, request);
    const imported: Imported = { file: kept.path, name: nameOf(file), modifiedUtc: modifiedUtc(file), how, ...said };
    signal.throwIfAborted();
    const draft: Omit<ImportRecord, "id" | "caseId" | "exhibit" | "files"> = {
      schema: RECORD_SCHEMA,
      kind: "import",
      captured: endTimes(deviceClock, started),
      by: { role: "unstated" },
      env: await programEnvironment(),
      imported,
      missing: [],
    };
    const { defaultCase } = await ensureMeta(vault.db);
    const sealed = await writer.seal(defaultCase, draft, {
      utc: draft.captured.endUtc,
      tz: draft.captured.tz,
      actor: "unstated",
      app: appVersion(),
    });
    tellSaved(sealed.id);
    return { id: sealed.id, exhibit: "exhibit" in sealed ? sealed.exhibit : null };
  } catch (error) {
    await writer.abandon();
    throw signal.aborted ? new ImportError("stopped", { cause: error }) : error;
  }
}

/** While a part is being stored it is digested; the next is read when both are done, so that no more than one is held. */
async function write(
  writer: ExhibitWriter,
  about: Parameters<ExhibitWriter["file"]>[0],
  { file, signal, onBytes }: ImportRequest,
) {
  const into = writer.file(about, file.size);
  let taken = 0;
  for await (const part of partsOf(file)) {
    signal.throwIfAborted();
    const { length } = part;
    await into.write(part);
    letGo(part);
    taken += length;
    onBytes(length);
  }
  if (taken !== file.size) throw new ImportError("unreadable");
  return into.close();
}

/** Browsers give a file in small pieces; to store, and to tell of, each by itself would take longer than all the rest. */
async function* partsOf(file: File): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = file.stream().getReader();
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(unreadable);
    if (!done) {
      pieces.push(value);
      bytes += value.length;
    }
    if (bytes >= PART_BYTES || (done && bytes > 0)) {
      yield joined(pieces, bytes);
      pieces.forEach(letGo);
      [pieces, bytes] = [[], 0];
    }
    if (done) return;
  }
}

function unreadable(cause: unknown): never {
  throw cause instanceof VaultError ? cause : new ImportError("unreadable", { cause });
}

const nameOf = ({ name }: File): string => name.toWellFormed().slice(0, IMPORT_LIMITS.name);

/** A system that does not say gives the time of now, or 0. */
function modifiedUtc({ lastModified }: File): UtcInstant | null {
  const isSaid = lastModified > 0 && lastModified < 8.64e15;
  return isSaid ? utcInstant(lastModified) : null;
}
