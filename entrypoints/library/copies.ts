/** Encrypted copies of everything: makes one, opens one again to check it, and puts one back. Format: docs/formats/copy.md */
import { appVersion } from "@/src/capture/environment";
import {
  type CaseBesideCopies,
  type CopiesKnown,
  type CopyPlace,
  copyCheckDetail,
  highestExhibit,
  isInNoCopy,
  NO_COPIES,
  type SettingsRead,
} from "@/src/model/copy";
import { ExportError, VaultError } from "@/src/model/errors";
import { type ExhibitSummary, MAX_EXHIBIT } from "@/src/model/exhibit";
import type { LockState } from "@/src/model/lock";
import { deviceClock } from "@/src/platform/clock";
import { writePlace, writeScreens, writeStampAuthority } from "@/src/platform/preferences";
import { isServerAllowed } from "@/src/platform/server-permission";
import { asked } from "@/src/timestamp/roots";
import { COPY_PARTS, type CopiesWorld, type CopyPart, type OpenRequest } from "@/src/ui/library/copies/run-copies";
import { openStream } from "@/src/vault/age-file";
import { INCOMING_LOCK } from "@/src/vault/incoming";
import { type OpenVault, openVault } from "@/src/vault/open";
import type { VaultReader } from "@/src/vault/read";
import { restore } from "@/src/vault/restore";
import { Spool } from "@/src/vault/spool";
import { unlessDamaged } from "@/src/vault/unless-damaged";
import { DamagedError } from "@/src/verify/bag-source";
import { type CheckedCase, type CheckedCopy, checkCopy } from "@/src/verify/copy";
import { logOf } from "./log-of";
import { makeCopy } from "./make-copy";
import type { Append } from "./world";

interface CopiesNeed {
  reader: () => Promise<VaultReader>;
  append: Append;
  lockState: () => Promise<LockState>;
}

export function copiesWorld({ reader, append, lockState }: CopiesNeed): CopiesWorld {
  return {
    read: async () => readKnown(await reader()),
    isAhead: async () => isAhead(await reader()),
    make: async (request) => makeCopy(await reader(), append, { ...request, ...(await lockState()) }),
    check: (request, place) =>
      withCopy(request, 2, async ({ cases }) => {
        const kept = await reader();
        const { summaries } = await kept.summaries();
        const found = await Promise.all(cases.map((each) => coverageOf(kept, summaries, each)));
        for (const { caseId, digest, coverage } of found) {
          const detail = copyCheckDetail(place, coverage);
          await append({ caseId, act: { event: "check", item: null, digest, detail } });
        }
      }),
    putBack: (request) =>
      withCopy(request, 3, async ({ cases, settings }, vault, onPart) => {
        const act = {
          utc: deviceClock.now(),
          tz: deviceClock.timeZone(),
          actor: "unstated" as const,
          app: appVersion(),
        };
        const { currentCase = cases[0]!.caseId, idleMinutes } = settings ?? {};
        const meta = { defaultCase: currentCase, ...(idleMinutes && { idleMinutes }) };
        let written = 0;
        const onBytes = (bytes: number) => {
          written += bytes;
          onPart("writing", written, request.file.size);
        };
        await restore(vault, cases, act, { meta, onBytes, signal: request.signal });
        const asksForStamps = settings !== null && (await setAgain(settings)) === "stampsNotAllowed";
        return { items: cases.reduce((sum, { ids }) => sum + ids.size, 0), asksForStamps };
      }),
  };
}

/** What the browser has to be asked for again is not set: then each item would be noted as one that could not be stamped. */
async function setAgain(settings: SettingsRead): Promise<"set" | "stampsNotAllowed"> {
  const { screens, place = null, language = null, stampBy = null } = settings;
  await writeScreens(screens);
  await writePlace({ place, language });
  const url = asked().find(({ id }) => id === stampBy)?.url;
  if (url === undefined) return "set";
  if (!(await isServerAllowed(url))) return "stampsNotAllowed";
  await writeStampAuthority(stampBy);
  return "set";
}

/** Where a case cannot be read, no copy is known to hold it. */
const UNREADABLE: CaseBesideCopies = { known: NO_COPIES, lastExhibit: MAX_EXHIBIT, hasNewWords: false };

async function readKnown(reader: VaultReader): Promise<CopiesKnown | null> {
  const { summaries } = await reader.summaries();
  const all: CopiesKnown = { places: 0, newItems: 0, hasNewWords: false };
  const places = new Set<CopyPlace>();
  let isEmpty = true;
  for (const id of (await reader.cases()).ids) {
    const copies = await reader.copies(id).catch((error) => unlessDamaged(error) ?? UNREADABLE);
    if (copies === null || isUnused(copies)) continue;
    isEmpty = false;
    for (const place of copies.known.places) places.add(place);
    all.newItems += summaries.filter((item) => item.caseId === id && isInNoCopy(item.exhibit, copies.known)).length;
    all.hasNewWords ||= copies.hasNewWords;
  }
  return isEmpty ? null : { ...all, places: places.size };
}

/** Nothing was kept in the case yet, whatever it is called. */
const isUnused = ({ lastExhibit, hasNewWords, known }: CaseBesideCopies): boolean =>
  lastExhibit === 0 && !hasNewWords && known.places.length === 0;

/** The list is read only where a higher number was given than the copies hold: that item may have been deleted since. */
async function isAhead(reader: VaultReader): Promise<boolean> {
  let mayBe = false;
  for (const id of (await reader.cases()).ids) {
    const copies = await reader.copies(id).catch(unlessDamaged);
    if (copies === null) continue;
    if (copies.hasNewWords) return true;
    mayBe ||= copies.lastExhibit > copies.known.upToExhibit || copies.known.leftOut.length > 0;
  }
  return mayBe && ((await readKnown(reader))?.newItems ?? 0) > 0;
}

/** What a copy holds of a case, held against what is kept. @throws {VaultError} `notACopy` where it is of other notes */
async function coverageOf(
  reader: VaultReader,
  kept: readonly ExhibitSummary[],
  { caseId, log, ids, digest }: CheckedCase,
) {
  const last = log.at(-1)!;
  const own = await logOf(reader, caseId, last.seq);
  if (own.at(-1)?.hash !== last.hash) throw new VaultError("notACopy");
  const ofCase = kept.filter((item) => item.caseId === caseId);
  // Of a damaged log the entry by which the number was given may be gone.
  const numbers = ofCase.filter(({ id }) => ids.has(id)).map(({ exhibit }) => exhibit);
  const upToExhibit = numbers.reduce((one, other) => Math.max(one, other), highestExhibit(log));
  const lacking = ofCase.filter(({ id, exhibit }) => exhibit <= upToExhibit && !ids.has(id));
  const leftOut = lacking.map(({ exhibit }) => exhibit);
  return { caseId, digest, coverage: { lastSeq: last.seq, upToExhibit, leftOut } };
}

type OnPart = (part: CopyPart, done: number, total: number) => void;
type Work<Value> = (copy: CheckedCopy, vault: OpenVault, onPart: OnPart) => Promise<Value>;

/**
 * Opens the copy, checks all of it, and only then does something with it. Nothing of it stays.
 * @param parts How many parts the whole work has, each of about as many bytes as the file.
 */
async function withCopy<Value>(request: OpenRequest, parts: number, work: Work<Value>): Promise<Value> {
  const { file, secret, signal, onProgress } = request;
  const onPart: OnPart = (part, done, total) => {
    const before = COPY_PARTS.indexOf(part) * file.size;
    const here = total === 0 ? file.size : Math.min(1, done / total) * file.size;
    onProgress({ part, bytesDone: before + here, bytesTotal: parts * file.size });
  };
  return navigator.locks.request(INCOMING_LOCK, async () => {
    const vault = await openVault();
    let spool: Spool | null = null;
    let taken = 0;
    const onBytes = (bytes: number) => {
      taken += bytes;
      onPart("unsealing", taken, file.size);
    };
    try {
      spool = await Spool.of(vault.db, await openStream(file.stream(), secret), { onBytes, signal });
      const onCompared = (now: { bytesDone: number; bytesTotal: number }) =>
        onPart("comparing", now.bytesDone, now.bytesTotal);
      return await work(await checkCopy(spool, { onProgress: onCompared, signal }), vault, onPart);
    } catch (error) {
      throw failureOf(error, signal);
    } finally {
      await spool?.remove();
      vault.db.close();
    }
  });
}

/** A stop is `cancelled`, whatever broke because of it. */
function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new ExportError("cancelled", undefined, { cause: error });
  return error instanceof DamagedError ? new VaultError("notACopy", { cause: error }) : error;
}
