import { gunzipSync, gzipSync, inflateSync } from "node:zlib";
import { beforeEach, expect, test, vi } from "vitest";
import { type OpenVault, openReader } from "@/src/vault/open";
import { appendAct, ExhibitWriter } from "@/src/vault/seal";
import { fake } from "@/tests/support/fake-browser";
import { ACT, aboutOf, bytesOf, draft, newVault, rawDump, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const CANARY = "Kanarienvogel";
let vault: OpenVault;
beforeEach(async () => {
  vault = await newVault();
});

/** The same value with a canary of its own in the place of every text, and lists that hold one. */
function withCanaries<Value>(value: Value, path = ""): Value {
  if (typeof value === "string" || value === null) return `${CANARY}${path}` as Value;
  if (Array.isArray(value))
    return [`${CANARY}${path}`, ...value.map((each, n) => withCanaries(each, `${path}.${n}`))] as Value;
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, withCanaries(inner, `${path}.${key}`)]),
  ) as Value;
}

const readable = async () =>
  (await rawDump(vault)).filter(({ bytes }) =>
    (["utf8", "utf16le"] as const).some((encoding) => bytes.includes(Buffer.from(CANARY, encoding))),
  );

const contents = {
  [`original/${CANARY}.txt`]: `<p>${CANARY}</p>`.repeat(500),
  [`original/${CANARY}.png`]: Buffer.from(`${CANARY} in UTF-16`, "utf16le"),
  "derived/long.png": new Uint8Array(Buffer.from(CANARY.repeat(150_000))),
};

test("a search that finds nothing would have found it", async () => {
  await vault.db.put("drafts", { id: CANARY as never });
  await vault.db.put("dataKeys", { id: "a", sealed: new Uint8Array(Buffer.from(`…${CANARY}`, "utf16le")) });
  expect((await readable()).map(({ store }) => store)).toEqual(expect.arrayContaining(["drafts", "dataKeys"]));
});

test("nothing that was captured is readable in any row, neither in UTF-8 nor in UTF-16", async () => {
  const record = withCanaries(draft());
  expect(JSON.stringify(record).split(CANARY).length).toBeGreaterThan(40);
  const { id } = await seal(vault, { record, contents });
  const act = withCanaries({ ...ACT, event: "check", item: null, digest: null, detail: { note: "" } } as const);
  await appendAct(vault, vault.defaultCase, { ...act, item: id });
  expect(await (await openReader()).record(id)).toMatchObject(record);
  expect(await readable()).toEqual([]);
});

test("nothing is readable while the bytes are still a draft, nor after it was abandoned", async () => {
  const writer = await ExhibitWriter.begin(vault);
  for (const [path, content] of Object.entries(contents)) await writer.file(aboutOf(path)).write(bytesOf(content));
  expect(await readable()).toEqual([]);
  await writer.abandon();
  expect(await readable()).toEqual([]);
});

test("the only readable words are names of fields, random ids, small numbers and the vault's own age keys", async () => {
  await seal(vault, { record: withCanaries(draft()), contents });
  await appendAct(vault, vault.defaultCase, { ...ACT, event: "check", item: null, digest: null, detail: {} });
  const known = [
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    /^\d$/,
    /^(open|vault)$/,
    /^age1[0-9a-z]{58}$/,
    /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/,
  ];
  const texts = await everyText();
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => !known.some((pattern) => pattern.test(text)))).toEqual([]);
});

test("bytes of files lie encrypted, not merely compressed", async () => {
  await seal(vault, { contents });
  const chunks = await vault.db.getAll("chunks");
  expect(chunks).toHaveLength(6);
  for (const { bytes } of chunks) {
    expect(() => gunzipSync(bytes)).toThrow();
    expect(() => inflateSync(bytes)).toThrow();
    expect(gzipSync(bytes).length).toBeGreaterThanOrEqual(bytes.length);
  }
});

test("the same bytes never lie there twice", async () => {
  await seal(vault, { contents: { "a.png": "same", "b.png": "same" } });
  await seal(vault, { contents: { "a.png": "same", "b.png": "same" } });
  const chunks = await vault.db.getAll("chunks");
  expect(new Set(chunks.map(({ bytes }) => Buffer.from(bytes).toString("hex"))).size).toBe(8);
  expect(new Set(chunks.map(({ iv }) => Buffer.from(iv).toString("hex"))).size).toBe(8);
});

test("the session's key lies in memory only, and nothing else does", async () => {
  await seal(vault);
  const { dataKey, ...others } = fake.session.stored as { dataKey: { id: string; raw: number[] } };
  expect(others).toEqual({});
  expect(Object.keys(dataKey).sort()).toEqual(["id", "raw"]);
  const raw = Buffer.from(dataKey.raw);
  expect(raw.length).toBe(32);
  expect((await rawDump(vault)).filter(({ bytes }) => bytes.includes(raw))).toEqual([]);
});

/** Texts and numbers among the values; the bytes are looked at above. */
async function everyText(): Promise<string[]> {
  const texts = (value: unknown): string[] => {
    if (value instanceof Uint8Array) return [];
    if (typeof value === "object" && value !== null) return Object.values(value).flatMap(texts);
    return [String(value)];
  };
  const rows = await Promise.all([...vault.db.objectStoreNames].map((store) => vault.db.getAll(store)));
  return rows.flat().flatMap(texts);
}
