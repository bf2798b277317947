/** Opens a package that someone else made, checks all of it, and takes it in when that is asked for. */
import { appVersion } from "@/src/capture/environment";
import { ExportError, VaultError, type VaultFailure } from "@/src/model/errors";
import { deviceClock } from "@/src/platform/clock";
import type { OpenedPackage, OpenPackageRequest, ReceiveWorld } from "@/src/ui/library/receive/run-receive";
import { isEncrypted, openStream } from "@/src/vault/age-file";
import { INCOMING_LOCK, type WriteOptions } from "@/src/vault/incoming";
import { type OpenVault, openVault } from "@/src/vault/open";
import { compareWithKept, type IncomingPackage, receive } from "@/src/vault/receive";
import { receiveIdentity, receiveRecipient } from "@/src/vault/receive-key";
import { Spool } from "@/src/vault/spool";
import { type BagSource, DamagedError } from "@/src/verify/bag-source";
import { bagContents } from "@/src/verify/contents";
import type { BundleReading, Verdict } from "@/src/verify/finding";
import { verifyBag } from "@/src/verify/verify-bag";
import { blobBytes, unreadZip } from "@/src/verify/verify-bundle";
import { openZip, type RandomAccess } from "@/src/verify/zip-source";

export const receiveWorld: ReceiveWorld = {
  async key() {
    const vault = await openVault();
    try {
      return await receiveRecipient(vault);
    } finally {
      vault.db.close();
    }
  },
  async open(request) {
    const held = await holdLock(INCOMING_LOCK); // what is unpacked on the way counts as a draft
    const vault = await openVault();
    const close = async (spool: Spool | null) => {
      await spool?.remove();
      vault.db.close();
      held.release();
    };
    let spool: Spool | null = null;
    try {
      await vault.access.keys();
      if (await isEncrypted(request.file)) spool = await unsealed(vault, request);
      const opened = await checkedPackage(vault, spool ?? blobBytes(request.file), request);
      return { ...opened, close: () => close(spool) };
    } catch (error) {
      await close(spool);
      throw failureOf(error, request.signal);
    }
  },
};

async function unsealed(vault: OpenVault, { file, secret, signal, onProgress }: OpenPackageRequest): Promise<Spool> {
  const identity = await receiveIdentity(vault);
  let bytesDone = 0;
  const onBytes = (bytes: number) => {
    bytesDone += bytes;
    onProgress({ bytesDone, bytesTotal: file.size });
  };
  return Spool.of(vault.db, await openStream(file.stream(), secret, identity), { onBytes, signal });
}

async function checkedPackage(
  vault: OpenVault,
  bytes: RandomAccess,
  { signal, onProgress }: OpenPackageRequest,
): Promise<Omit<OpenedPackage, "close">> {
  const opened = await openZip(bytes);
  if (opened.kind !== "source") return refused(unreadZip(opened));
  const verdict = await verifyBag(opened.source, { signal, onProgress });
  if (verdict.kind !== "checked" || !verdict.intact) return refused(verdict);
  const incoming = await incomingOf(opened.source, verdict.facts);
  const { fresh, known, lacking } = await compareWithKept(vault, incoming);
  return {
    verdict,
    items: { fresh: fresh.size, known: known.size, lacking: lacking.size },
    add: (watching) => add(vault, incoming, verdict.facts.bytes, watching),
  };
}

/** It is shown what is wrong with it, and nothing of it is used. */
function refused(verdict: Verdict): Omit<OpenedPackage, "close"> {
  return { verdict, items: null, add: () => Promise.reject(new VaultError("notAPackage")) };
}

/** @throws {DamagedError} where something is not in the form it must have */
async function incomingOf(source: BagSource, facts: BundleReading): Promise<IncomingPackage> {
  const { caseId, log, exhibits } = await bagContents(source);
  const { seq: lastSeq, hash: headHash } = log.at(-1)!;
  return { caseId, log, exhibits, name: source.name, digest: `sha256:${facts.tagManifestSha256!}`, lastSeq, headHash };
}

async function add(
  vault: OpenVault,
  incoming: IncomingPackage,
  bytesTotal: number,
  { signal, onProgress }: Pick<OpenPackageRequest, "signal" | "onProgress">,
): Promise<void> {
  const act = { utc: deviceClock.now(), tz: deviceClock.timeZone(), actor: "unstated" as const, app: appVersion() };
  let bytesDone = 0;
  const onBytes: WriteOptions["onBytes"] = (bytes) => {
    bytesDone += bytes;
    onProgress({ bytesDone, bytesTotal });
  };
  try {
    await receive(vault, incoming, act, { onBytes, signal });
  } catch (error) {
    throw failureOf(error, signal);
  }
}

/** Held until it is let go, which closing the page does too. */
async function holdLock(name: string): Promise<{ release: () => void }> {
  return new Promise((held) => {
    void navigator.locks.request(name, () => new Promise<void>((release) => held({ release })));
  });
}

/** What opening an age file says of a copy, said of a package. */
const WORDED: Partial<Record<VaultFailure, VaultFailure>> = {
  notACopy: "notAPackage",
  wrongPassphrase: "sealedForOthers",
};

/** A stop is `cancelled`, whatever broke because of it. */
function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new ExportError("cancelled", undefined, { cause: error });
  if (error instanceof DamagedError) return new VaultError("notAPackage", { cause: error });
  const code = error instanceof VaultError ? WORDED[error.code] : undefined;
  return code === undefined ? error : new VaultError(code, { cause: error });
}
