/**
 * The half of the export bench that runs in one of the extension's own pages: fills the vault as a capture does, and makes a
 * plain ZIP of the same files as a peer. It is put there by the bench; no build holds it.
 */
import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-writer.js";
import { type PageDraft, RECORD_SCHEMA } from "@/src/model/exhibit";
import type { UtcInstant } from "@/src/model/instant";
import { emptyFacts } from "@/src/model/page-facts";
import { openReader, openVault } from "@/src/vault/open";
import { ExhibitWriter } from "@/src/vault/seal";

const URL = "https://notes.example.org/post/1";
const PIECE_BYTES = 1 << 20;
const HTML_BYTES = 100_000;
const PICTURE = "derived/stitched.png";

/** One exhibit: noise in place of a picture, because neither can be packed, and the page's HTML. */
export async function addExhibit(pictureBytes: number): Promise<void> {
  const vault = await openVault();
  const writer = await ExhibitWriter.begin(vault);
  const html = writer.file({ path: "original/page.dom.html.txt", role: "original", mime: "text/html" });
  await html.write(new TextEncoder().encode("<p>A line of the page's own text.</p>\n".repeat(HTML_BYTES / 38)));
  await html.close();
  const picture = writer.file({ path: PICTURE, role: "derived", mime: "image/png" });
  for (let left = pictureBytes; left > 0; left -= PIECE_BYTES) await picture.write(noise(Math.min(left, PIECE_BYTES)));
  await picture.close();
  await writer.seal(vault.defaultCase, draft(), { utc: now(), tz: "UTC", actor: "unstated", app: "0.1.0+bench" });
  vault.db.close();
}

function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const piece = new Uint8Array(bytes);
  const most = 65_536; // at a time, by the standard
  for (let at = 0; at < bytes; at += most) crypto.getRandomValues(piece.subarray(at, at + most));
  return piece;
}

const now = () => new Date().toISOString() as UtcInstant;

function draft(): PageDraft {
  const utc = now();
  return {
    schema: RECORD_SCHEMA,
    kind: "post",
    pictures: "as shown",
    url: { browser: URL, canonical: null, frames: [] },
    page: { title: "A post", lang: "en" },
    poster: null,
    forwarder: null,
    postedAt: null,
    facts: { ...emptyFacts(URL, "web"), title: "A post", handle: "made.up" },
    captured: { startUtc: utc, endUtc: utc, offsetMin: 0, tz: "UTC", monotonicMs: 1 },
    by: { role: "unstated" },
    env: {
      browser: "Chromium",
      os: "linux",
      extVersion: "0.1.0",
      extBuildHash: "bench",
      userAgent: "bench",
      viewport: { widthCss: 1280, heightCss: 720 },
      dpr: 1,
      zoom: 1,
      lang: ["en"],
      privateWindow: false,
    },
    actions: [],
    picture: { method: "photograph", file: PICTURE, widthPx: 1280, heightPx: 4000, tiles: 6, complete: true },
    seams: [],
    missing: [],
  };
}

/** The next saving goes into the browser's own folder for this extension instead of a place the user picks. */
export function pickNothing(name: string): void {
  const own = window as unknown as { showSaveFilePicker: () => Promise<FileSystemFileHandle> };
  own.showSaveFilePicker = () => handleOf(name);
}

async function handleOf(name: string): Promise<FileSystemFileHandle> {
  return (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
}

/** Bytes of a file that was saved there. */
export async function sizeOf(name: string): Promise<number> {
  return (await (await handleOf(name)).getFile()).size;
}

export async function remove(name: string): Promise<void> {
  await (await navigator.storage.getDirectory()).removeEntry(name);
}

/** The same files, read from the same vault, in a plain ZIP: not compared, no lists, no summaries. @returns Milliseconds. */
export async function plainZip(name: string): Promise<number> {
  const start = performance.now();
  const reader = await openReader();
  const zip = new ZipWriter(await (await handleOf(name)).createWritable(), { useWebWorkers: false });
  const { summaries } = await reader.summaries();
  for (const { id, exhibit } of summaries) {
    for (const { path, bytes, mime } of (await reader.record(id)).files) {
      const level = mime.startsWith("text/") ? 6 : 0;
      await zip.add(`${exhibit}/${path}`, await reader.file(id, path), { level, uncompressedSize: bytes });
    }
  }
  await zip.close();
  return performance.now() - start;
}

/** Waits for words on the page, looking where something on it changed. @returns All that the page says then. */
export async function saidAtTheEnd(words: string): Promise<string> {
  const isSaid = () => new RegExp(words).test(document.body.textContent ?? "");
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => isSaid() && end());
    const end = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    if (isSaid()) end();
  });
  return document.body.innerText;
}
