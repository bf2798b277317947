import { send } from "@/src/messaging/send";
import type { CustodyEntry } from "@/src/model/custody";
import { VaultError } from "@/src/model/errors";
import type { ExhibitRecord } from "@/src/model/exhibit";
import { browser } from "@/src/platform/browser";
import {
  allowPageCapture,
  endPageCapture,
  isPageCaptureAllowed,
  isPageCaptureOffered,
} from "@/src/platform/page-capture";
import { storageRoom } from "@/src/platform/room";
import type { LibraryWorld } from "@/src/ui/library/world";
import { openReader } from "@/src/vault/open";
import type { VaultReader } from "@/src/vault/read";
import { makePackage } from "./make-package";
import { saveMarked } from "./save-marked";

/** Opened on first need; tried again when opening failed. */
let opened: Promise<VaultReader> | null = null;
function reader(): Promise<VaultReader> {
  opened ??= openReader().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

export const libraryWorld: LibraryWorld = {
  version: browser.runtime.getManifest().version,
  summaries: async () => (await reader()).summaries(),
  record: async (id) => (await reader()).record(id),
  custody: async (caseId) => (await reader()).custody(caseId),
  picture: async (record) => pictureOf(await reader(), record),
  noteReveal: async ({ caseId, id, picture }) => {
    await append({ caseId, act: { event: "reveal", item: id, digest: null, detail: { file: picture.file } } });
  },
  saveMarked: async (record, request) => saveMarked(await reader(), append, record, request),
  room: storageRoom,
  wholePage: isPageCaptureOffered()
    ? { isOn: isPageCaptureAllowed, turnOn: allowPageCapture, turnOff: endPageCapture }
    : null,
  makePackage: async (request) => makePackage(await reader(), append, request),
};

export type Append = typeof append;
async function append(request: Parameters<typeof send<"custody.append">>[1]): Promise<CustodyEntry> {
  const written = await send("custody.append", request);
  if (!written.ok) throw new VaultError(written.failure);
  return written.value;
}

async function pictureOf(reader: VaultReader, { id, picture, files }: ExhibitRecord): Promise<Blob> {
  const type = files.find(({ path }) => path === picture.file)?.mime ?? "image/png";
  const bytes = await new Response(await reader.file(id, picture.file)).blob();
  return bytes.slice(0, bytes.size, type);
}
