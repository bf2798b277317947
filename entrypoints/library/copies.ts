/** Encrypted copies of everything: makes one, opens one again to check it, and puts one back. Format: docs/formats/copy.md */
import { appVersion } from "@/src/capture/environment";
import { copiesKnown, copyCheckDetail } from "@/src/model/copy";
import { VaultError } from "@/src/model/errors";
import { deviceClock } from "@/src/platform/clock";
import type { CopiesWorld } from "@/src/ui/library/run-copies";
import { openStream } from "@/src/vault/age-file";
import { type OpenVault, openVault } from "@/src/vault/open";
import type { VaultReader } from "@/src/vault/read";
import { RESTORE_LOCK, restore } from "@/src/vault/restore";
import { Spool } from "@/src/vault/spool";
import { DamagedError } from "@/src/verify/bag-source";
import { bundleContents, type Contents } from "@/src/verify/contents";
import type { BundleReading } from "@/src/verify/finding";
import { verifyBag } from "@/src/verify/verify-bag";
import { openZip } from "@/src/verify/zip-source";
import { makePackage } from "./make-package";
import type { Append } from "./world";

export function copiesWorld(reader: () => Promise<VaultReader>, append: Append): CopiesWorld {
  return {
    async read() {
      const { summaries } = await (await reader()).summaries();
      const caseId = summaries[0]?.caseId;
      if (caseId === undefined) return null;
      const log = await (await reader()).custody(caseId);
      return copiesKnown(
        log,
        summaries.map(({ id }) => id),
      );
    },
    async make(sealedFor, onProgress, signal) {
      const { summaries: items } = await (await reader()).summaries();
      const seal =
        "passphrase" in sealedFor
          ? ({ by: "words", passphrase: sealedFor.passphrase } as const)
          : ({ by: "keys", keys: sealedFor.recipient } as const);
      const made = await makePackage(
        await reader(),
        append,
        {
          items,
          seal,
          bytes: 0,
          receiver: null,
          pictures: "full",
          withMarked: false,
          withWords: true,
          onProgress: ({ filesDone, filesTotal }) => onProgress(filesDone, filesTotal),
          signal,
        },
        ".zip.age",
      );
      return made.fileName;
    },
    check: (file, secret, place) =>
      withCopy(file, secret, async ({ caseId, log }, { lastSeq, tagManifestSha256 }) => {
        const own = await (await reader()).custody(caseId);
        if (lastSeq === null || own[lastSeq]?.hash !== log.at(-1)!.hash) throw new VaultError("notACopy");
        const digest = `sha256:${tagManifestSha256!}` as const;
        const detail = copyCheckDetail(place, lastSeq);
        await append({ caseId, act: { event: "check", item: null, digest, detail } });
      }),
    putBack: (file, secret) =>
      withCopy(file, secret, async ({ caseId, log, exhibits }, { exhibits: items, tagManifestSha256 }, vault) => {
        const act = {
          utc: deviceClock.now(),
          tz: deviceClock.timeZone(),
          actor: "unstated" as const,
          app: appVersion(),
          digest: `sha256:${tagManifestSha256!}` as const,
          detail: { items },
        };
        await restore(vault, { caseId, log, exhibits: exhibits() }, act);
        return items;
      }),
  };
}

type Work<Value> = (contents: Contents, facts: BundleReading, vault: OpenVault) => Promise<Value>;

/** Opens the copy, checks all of it, and only then does something with it. Nothing of it stays. */
async function withCopy<Value>(file: Blob, secret: string, work: Work<Value>): Promise<Value> {
  return navigator.locks.request(RESTORE_LOCK, async () => {
    const vault = await openVault();
    const spool = await Spool.of(vault.db, await openStream(file.stream(), secret));
    try {
      const opened = await openZip(spool);
      if (opened.kind !== "source") throw new VaultError("notACopy");
      const verdict = await verifyBag(opened.source);
      const contents = await bundleContents(opened.source);
      if (verdict.kind !== "checked" || !verdict.intact || contents === null) throw new VaultError("notACopy");
      return await work(contents, verdict.facts, vault);
    } catch (error) {
      throw error instanceof DamagedError ? new VaultError("notACopy", { cause: error }) : error;
    } finally {
      await spool.remove();
      vault.db.close();
    }
  });
}
