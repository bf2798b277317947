/** Time stamps for packages: over the network or by hand. Written into the log of the case where it is kept here. */
import { withStamp } from "@/src/export/add-stamp";
import { sha256 } from "@/src/model/digest";
import type { CaseId } from "@/src/model/exhibit";
import { StampError, type Stamped } from "@/src/model/stamp";
import { readStampAuthority, writeStampAuthority } from "@/src/platform/preferences";
import { saveBlob, saveStream } from "@/src/platform/save-file";
import { allowServer, endServer } from "@/src/platform/server-permission";
import { askForStamp } from "@/src/timestamp/ask";
import { completeStamp } from "@/src/timestamp/complete";
import { certificatesIn } from "@/src/timestamp/der";
import { postToAuthority } from "@/src/timestamp/post";
import { stampRequest } from "@/src/timestamp/request";
import { asked } from "@/src/timestamp/roots";
import type { AtOnceWorld } from "@/src/ui/library/stamp/run-at-once";
import type {
  AuthorityChoice,
  OpenPackage,
  ReplyFiles,
  StampedPackage,
  StampWorld,
} from "@/src/ui/library/stamp/run-stamp";
import type { VaultReader } from "@/src/vault/read";
import { readBagInfo } from "@/src/verify/bag-info";
import { type BagSource, readBytes } from "@/src/verify/bag-source";
import { openZip } from "@/src/verify/zip-source";
import type { Append } from "./world";

const LIST = "tagmanifest-sha256.txt";
const MAX_LIST_BYTES = 1024 * 1024;
const MAX_CHOSEN_BYTES = 128 * 1024;

export const stampEachWorld: AtOnceWorld = {
  authorities: choices(),
  read: readStampAuthority,
  async turnOn(id) {
    const isAllowed = await allowServer(urlOf(id));
    if (isAllowed) await writeStampAuthority(id);
    return isAllowed;
  },
  async turnOff() {
    const chosen = await readStampAuthority();
    await writeStampAuthority(null);
    const url = asked().find(({ id }) => id === chosen)?.url;
    if (url !== undefined) await endServer(url).catch(() => false);
  },
};

export function stampWorld(reader: () => Promise<VaultReader>, append: Append): StampWorld {
  return {
    authorities: choices(),
    allow: (id) => allowServer(urlOf(id)),
    async open(file) {
      const source = await sourceOf(file);
      const stamped = source.files.find(({ path }) => path === LIST);
      const data = stamped === undefined ? null : await readBytes(stamped, MAX_LIST_BYTES);
      if (data === null) throw new StampError("notAPackage");
      const { head } = await readBagInfo(source);
      const note = async (done: Stamped) => noteStamp(await reader(), append, head?.caseId ?? null, source.name, done);
      return openPackage(file, source, data, note);
    },
  };
}

function choices(): AuthorityChoice[] {
  return asked().map(({ id, name, url }) => ({ id, name, host: new URL(url).host }));
}

function urlOf(id: string): string {
  const url = asked().find((each) => each.id === id)?.url;
  if (url === undefined) throw new TypeError("no such authority");
  return url;
}

async function sourceOf(file: File): Promise<BagSource> {
  const read = async (offset: number, length: number) =>
    new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  const opened = await openZip({ size: file.size, read });
  if (opened.kind !== "source" || opened.source.findings.length > 0) throw new StampError("notAPackage");
  return opened.source;
}

function openPackage(
  file: File,
  { name, files }: BagSource,
  data: Uint8Array<ArrayBuffer>,
  note: (done: Stamped) => Promise<void>,
): OpenPackage {
  let saved: Uint8Array<ArrayBuffer> | null = null;
  const finish = async (done: Stamped): Promise<StampedPackage> => {
    const fileName = `${file.name.replace(/\.zip$/i, "")}-stamped.zip`;
    await saveStream(withStamp(file, name, done) as ReadableStream<Uint8Array<ArrayBuffer>>, fileName);
    await note(done);
    return { fileName, stamp: done.stamp };
  };
  return {
    fileName: file.name,
    isStamped: files.some(({ path }) => path.startsWith("stamp/")),
    async ask(id, signal) {
      const url = urlOf(id);
      try {
        return await finish(await askForStamp(data, url, postToAuthority, signal));
      } finally {
        if ((await readStampAuthority()) !== id) await endServer(url).catch(() => false); // where it stays, the browser lists it
      }
    },
    async saveRequest() {
      saved ??= stampRequest(new Uint8Array(await crypto.subtle.digest("SHA-256", data)));
      saveBlob(new Blob([saved]), `${name || "package"}.tsq`);
    },
    async addReply(chosen) {
      const { reply, request, certificates } = await chosenBytes(chosen, saved);
      return finish(await completeStamp(data, request, reply, certificates));
    },
  };
}

async function chosenBytes({ reply, request, certificates }: ReplyFiles, saved: Uint8Array<ArrayBuffer> | null) {
  const requestBytes = saved ?? (request === null ? null : await bytesOf(request));
  if (reply === null || requestBytes === null) throw new StampError("incomplete");
  const read = await Promise.all(certificates.map(async (file) => certificatesIn(await bytesOf(file))));
  if (read.includes(null)) throw new StampError("notAReply");
  return { reply: await bytesOf(reply), request: requestBytes, certificates: read.flatMap((each) => each ?? []) };
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > MAX_CHOSEN_BYTES) throw new StampError("notAReply");
  return new Uint8Array(await file.arrayBuffer());
}

/** Where the log cannot be written, the stamp is in the package all the same. */
async function noteStamp(
  reader: VaultReader,
  append: Append,
  caseId: CaseId | null,
  name: string,
  { files, stamp }: Stamped,
): Promise<void> {
  const { summaries } = await reader.summaries();
  if (caseId === null || !summaries.some((each) => each.caseId === caseId)) return;
  const digest = `sha256:${await sha256(files.reply)}` as const;
  const { time, policy, serial, rootSha256 } = stamp;
  const detail = { name, time, policy, serial, root: rootSha256 };
  await append({ caseId, act: { event: "stamp", item: null, digest, detail } }).catch(() => {});
}
