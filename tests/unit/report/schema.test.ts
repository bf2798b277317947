import * as v from "valibot";
import { describe, expect, test } from "vitest";
import platforms from "@/src/model/platforms.json";
import directory from "@/src/report/directory.json";
import { type Directory, type DirectoryFlow, DirectorySchema } from "@/src/report/schema";

const FLOW: DirectoryFlow = {
  id: "one-ncii-1",
  kind: "ncii",
  label: "Intimate image form",
  url: "https://one.example/report",
  needsAccount: null,
  onBehalf: "unknown",
  asks: [],
  asksSeen: false,
  prefill: null,
  confidence: "verified-in-stored-source",
  sourceTier: "official-page",
  sources: [{ url: "https://one.example/help", seen: "stored", tier: "official-page" }],
};

type Loose = Record<string, unknown>;

/** A directory of one platform with one flow; the given fields replace those of the flow or the platform. */
function directoryWith(flow: Loose = {}, platform: Loose = {}): Loose {
  const entry = { id: "one", confidence: "uncertain", bestNciiFlow: "one-ncii-1", flows: [{ ...FLOW, ...flow }] };
  return { schema: "tidemark-directory/1", compiled: "2026-11-21", platforms: [{ ...entry, ...platform }] };
}

function without(field: string): Loose {
  const { [field]: _, ...rest } = { ...FLOW } as Loose;
  return directoryWith({}, { flows: [rest] });
}

function accepts(value: unknown): boolean {
  return v.is(DirectorySchema, value);
}

describe("the directory", () => {
  test("keeps every rule of its schema", () => {
    const result = v.safeParse(DirectorySchema, directory);
    expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
  });

  test("covers exactly the platforms whose hosts we know, in the same order", () => {
    expect(directory.platforms.map(({ id }) => id)).toEqual(platforms.map(({ id }) => id));
  });

  test("names parameters only for the forms that a source shows to take them", () => {
    const flows = (directory as unknown as Directory).platforms.flatMap((platform) => platform.flows);
    expect(flows.filter(({ prefill }) => prefill !== null).map(({ id }) => id)).toEqual([
      "tiktok-ncii-1",
      "snapchat-general-1",
      "reddit-ncii-2",
      "weibo-general-1",
      "xhamster-ncii-1",
      "google-search-search-removal-3",
      "dropbox-general-1",
    ]);
  });

  test("never makes a copyright route the first one, and warns at each", () => {
    const copyright = (directory as unknown as Directory).platforms
      .flatMap(({ flows }) => flows)
      .filter(({ kind, label }) => kind === "copyright" || /copyright|dmca/i.test(label));
    expect(copyright).toHaveLength(4);
    for (const { kind, caution } of copyright) {
      expect(kind).toBe("copyright");
      expect(caution).toMatch(/details|name/);
    }
  });
});

describe("the schema accepts", () => {
  test("the smallest good directory", () => {
    expect(v.safeParse(DirectorySchema, directoryWith()).issues).toBeUndefined();
  });

  test.each<[string, Loose]>([
    ["an e-mail address instead of a form", { url: undefined, email: "abuse@one.example" }],
    ["steps instead of a form", { url: undefined, steps: ["Look at the foot of the page"] }],
    ["a template instead of a form", { url: undefined, urlTemplate: "https://rdap.org/domain/{domain}" }],
    ["a year as a source's date", { sources: [{ ...FLOW.sources[0], date: "2022" }] }],
    ["the day a person checked the link", { checked: "2026-11-21" }],
  ])("%s", (_, flow) => {
    expect(accepts(withoutUndefined(flow))).toBe(true);
  });
});

describe("the schema refuses", () => {
  test.each<[string, unknown]>([
    ["an http address", directoryWith({ url: "http://one.example/report" })],
    ["a script address", directoryWith({ url: "javascript:alert(1)" })],
    ["an address with a user name", directoryWith({ url: "https://facebook.com@evil.example/" })],
    ["a template as an address", directoryWith({ url: "https://{instance}/about" })],
    ["a template with nothing to fill in", directoryWith({ urlTemplate: "https://one.example/" })],
    ["a flow without any way to report", without("url")],
    ["a flow without sources", without("sources")],
    ["a flow with an empty list of sources", directoryWith({ sources: [] })],
    ["a flow without confidence", without("confidence")],
    ["a flow without a tier", without("sourceTier")],
    ["a tier that none of its sources has", directoryWith({ sourceTier: "press" })],
    ["a made-up confidence", directoryWith({ confidence: "certain" })],
    ["a made-up tier", directoryWith({ sourceTier: "rumour" })],
    ["a guide without an address", withoutUndefined({ url: undefined, steps: ["Look"], isGuide: true })],
    ["a made-up kind", directoryWith({ kind: "spam" })],
    ["a source read somewhere that is not named", directoryWith({ sources: [{ seen: "stored", tier: "press" }] })],
    ["a source over http", directoryWith({ sources: [{ ...FLOW.sources[0], url: "http://one.example/" }] })],
    ["an id with capitals", directoryWith({ id: "One-NCII-1" })],
    ["a best flow that does not exist", directoryWith({}, { bestNciiFlow: "one-ncii-2" })],
    ["a best flow that is only for one region", directoryWith({ regions: ["US"] })],
    ["a best flow that is a copyright route", directoryWith({ kind: "copyright" })],
    ["a region written out", directoryWith({ regions: ["Japan"] })],
    ["a prefill without evidence", directoryWith({ prefill: { params: ["u"], carries: "the address" } })],
    ["a missing prefill", without("prefill")],
    ["a field nobody defined", directoryWith({ score: 1 })],
    ["a platform without flows", directoryWith({}, { flows: [] })],
    ["two flows with one id", directoryWith({}, { flows: [FLOW, FLOW] })],
    ["two platforms with one id", twice("one", "two-ncii-1")],
    ["two flows with one id on two platforms", twice("two", "one-ncii-1")],
    ["a directory without a date", { ...directoryWith(), compiled: undefined }],
    ["another version", { ...directoryWith(), schema: "tidemark-directory/2" }],
  ])("%s", (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});

test("two platforms with ids and flows of their own are fine", () => {
  expect(accepts(twice("two", "two-ncii-1"))).toBe(true);
});

function twice(id: string, flowId: string): Loose {
  const one = directoryWith() as unknown as Directory;
  const second = { ...one.platforms[0]!, id, bestNciiFlow: flowId, flows: [{ ...FLOW, id: flowId }] };
  return { ...one, platforms: [...one.platforms, second] };
}

function withoutUndefined(flow: Loose): Loose {
  const kept = Object.fromEntries(Object.entries({ ...FLOW, ...flow }).filter(([, value]) => value !== undefined));
  return directoryWith({}, { flows: [kept] });
}
