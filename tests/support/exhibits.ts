/** Two made-up exhibits, and a vault reader that holds whatever exhibits a test gives it. */

import { nextEntry } from "@/src/custody/chain";
import { canonicalJson } from "@/src/model/canonical-json";
import type { Correction } from "@/src/model/correction";
import type { CustodyAct, CustodyEntry } from "@/src/model/custody";
import { digestsOf, sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import {
  type CaseId,
  type ExhibitId,
  type ExhibitRecord,
  type ImportRecord,
  type PageRecord,
  RECORD_SCHEMA,
} from "@/src/model/exhibit";
import type { ExhibitFile } from "@/src/model/exhibit-files";
import type { UtcInstant } from "@/src/model/instant";
import { emptyFacts, type PageFacts } from "@/src/model/page-facts";
import type { KeptRemarks } from "@/src/model/remarks";
import type { VaultReader } from "@/src/vault/read";
import { MADE_UP_ENV } from "@/tools/made-up-env";
import { photo } from "./elsewhere";

export const CASE_ID = "6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10" as CaseId;

export interface KeptExhibit<Kind extends ExhibitRecord = ExhibitRecord> {
  record: Kind;
  files: Map<string, Uint8Array<ArrayBuffer>>;
  corrections?: Correction[];
  remarks?: KeptRemarks;
}

/** @param contents Path below the exhibit's folder → bytes. The first is the picture. */
export async function madeUpExhibit(
  exhibit: number,
  contents: Record<string, string | Uint8Array<ArrayBuffer>> = {},
  facts: Partial<PageFacts> = {},
): Promise<KeptExhibit<PageRecord>> {
  const files = new Map(
    Object.entries({ "original/screen-000.png": `picture ${exhibit}`, ...contents }).map(([path, content]) => [
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    ]),
  );
  return { record: await recordOf(exhibit, files, facts), files };
}

/** A photo that came in as a file. */
export async function madeUpImport(exhibit: number, name = "IMG 1.jpg"): Promise<KeptExhibit<ImportRecord>> {
  const { record } = await madeUpExhibit(exhibit);
  const path = "original/file.jpg";
  const bytes = photo();
  const { schema, id, caseId, captured, by } = record;
  const { browser, os, extVersion, extBuildHash, userAgent } = record.env;
  const file = { ...(await fileOf(path, bytes)), mime: "image/jpeg" };
  const imported: ImportRecord["imported"] = {
    file: path,
    form: "picture",
    name,
    modifiedUtc: "2026-11-02T06:05:10.000Z" as UtcInstant,
    how: "chosen",
    says: [{ name: "taken", value: "2026:11:02 14:05:09", source: "exif:DateTimeOriginal" }],
    text: null,
  };
  const env = { browser, os, extVersion, extBuildHash, userAgent };
  const head = { schema, id, caseId, exhibit, captured, by, env, missing: [] };
  return { record: { ...head, kind: "import", imported, files: [file] }, files: new Map([[path, bytes]]) };
}

async function recordOf(
  exhibit: number,
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  facts: Partial<PageFacts>,
): Promise<PageRecord> {
  const url = `https://example.com/posts/${exhibit}`;
  const minute = String(exhibit % 60).padStart(2, "0");
  return {
    schema: RECORD_SCHEMA,
    id: `00000000-0000-4000-8000-${String(exhibit).padStart(12, "0")}` as ExhibitId,
    caseId: CASE_ID,
    kind: "post",
    exhibit,
    url: { browser: url, canonical: null, frames: [] },
    page: { title: `Post ${exhibit}`, lang: "en" },
    poster: null,
    forwarder: null,
    postedAt: null,
    facts: { ...emptyFacts(url, "web"), title: `Post ${exhibit}`, handle: `made.up.${exhibit}`, ...facts },
    captured: {
      startUtc: `2026-11-21T01:${minute}:03.456Z` as UtcInstant,
      endUtc: `2026-11-21T01:${minute}:09.001Z` as UtcInstant,
      offsetMin: 480,
      tz: "Asia/Hong_Kong",
      monotonicMs: 5545,
    },
    by: { role: "survivor" },
    env: { ...MADE_UP_ENV, browser: "Chromium 156", os: "Linux", extBuildHash: "0".repeat(64) },
    actions: [{ act: "move-root" }, { act: "restore" }],
    pictures: "as shown",
    picture: {
      method: "photograph",
      file: "original/screen-000.png",
      widthPx: 1280,
      heightPx: 4000,
      tiles: 6,
      complete: true,
    },
    files: await Promise.all([...files].map(([path, bytes]) => fileOf(path, bytes))),
    seams: [],
    missing: [{ what: "posted-time", why: "notOnPage" }],
  };
}

async function fileOf(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<ExhibitFile> {
  const mime = path.endsWith(".png") ? "image/png" : "text/plain";
  const { sha256: short, sha512: long } = await digestsOf(bytes);
  const role = path.startsWith("derived/") ? "derived" : "original";
  return { path, role, bytes: bytes.length, mime, sha256: short, sha512: long, complete: true };
}

/** A vault that holds these exhibits; files come in pieces of 5 bytes, so that nothing relies on whole ones. */
export function fakeReader(exhibits: readonly KeptExhibit[]): VaultReader {
  const find = (id: ExhibitId) => {
    const found = exhibits.find(({ record }) => record.id === id);
    if (found === undefined) throw new VaultError("notFound");
    return found;
  };
  return {
    receivedCases: async () => new Set(),
    summaries: async () => ({ summaries: [], damaged: [], waiting: 0 }),
    record: async (id) => structuredClone(find(id).record),
    file: async (id, path) => {
      const bytes = find(id).files.get(path);
      if (bytes === undefined) throw new VaultError("notFound");
      return pieces(bytes, 5);
    },
    corrections: async (id) => structuredClone(find(id).corrections ?? []),
    cases: async () => ({ ids: [CASE_ID], current: CASE_ID }),
    copies: async () => null,
    notes: async () => ({ notes: [], damaged: [] }),
    remarks: async (id) => structuredClone(find(id).remarks ?? null),
    custody: async () => [],
    readableCustody: async () => [],
    damagedCases: async () => [],
    sign: async () => null,
  };
}

function pieces(bytes: Uint8Array<ArrayBuffer>, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

/** A log that saved these exhibits one after another and then exported the case. */
export async function madeUpLog(exhibits: readonly KeptExhibit[]): Promise<CustodyEntry[]> {
  const acts: CustodyAct[] = [];
  for (const { record } of exhibits) {
    const digest = `sha256:${await sha256(canonicalJson(record))}` as const;
    acts.push(act({ event: "capture", item: record.id, digest, utc: record.captured.endUtc }));
  }
  const numbers = exhibits.map(({ record }) => record.exhibit).join(",");
  const named = numbers.length > 2000 ? {} : { exhibits: numbers };
  acts.push(act({ event: "export", detail: { items: exhibits.length, outcome: "begun", ...named } }));
  return chained(acts);
}

/** Places acts in a log of their own. */
export async function chained(acts: readonly CustodyAct[], caseId = CASE_ID): Promise<CustodyEntry[]> {
  const log: CustodyEntry[] = [];
  for (const each of acts) log.push(await nextEntry(log.at(-1), caseId, each));
  return log;
}

export function act(some: Partial<CustodyAct> = {}): CustodyAct {
  return {
    utc: "2026-11-21T02:00:00.000Z" as UtcInstant,
    tz: "Asia/Hong_Kong",
    actor: "survivor",
    event: "check",
    item: null,
    digest: null,
    detail: {},
    app: "0.1.0",
    ...some,
  };
}
