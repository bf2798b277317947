import { beforeEach, expect, test, vi } from "vitest";
import { savedState } from "@/entrypoints/background/keeping";
import { reportHandlers } from "@/entrypoints/background/report-handlers";
import type { UtcInstant } from "@/src/model/instant";
import type { Note } from "@/src/model/note";
import type { CaptureAct } from "@/src/vault/ledger";
import { changePassphrase, lock, unlock } from "@/src/vault/lock";
import { type OpenVault, openReader } from "@/src/vault/open";
import { ACT, draft, newVault, seal } from "@/tests/support/vaults";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));
vi.mock("@/src/vault/work-factor", () => ({ WORK_FACTOR: 8 }));

const PASSPHRASE = "Grünkohl mit Pinkel, 1978";
const URL_OF_POST = draft().url.browser;
const SENT = { kind: "threat", destination: "reddit", to: "Reddit", address: URL_OF_POST, exhibit: null } as const;

let vault: OpenVault;
let utc: UtcInstant;
beforeEach(async () => {
  vault = await newVault();
  utc = "2026-11-21T05:00:00.000Z" as UtcInstant;
});
const act = (): CaptureAct => ({ ...ACT, utc });
const handlers = () => reportHandlers(async () => vault, act);
const reports = async () => {
  const { notes } = await (await openReader()).notes(vault.defaultCase);
  return notes.filter((note): note is Note<"report"> => note.kind === "report");
};
const here = (url: string, report: Note<"report"> | null = null) =>
  handlers()["report.here"]({ url, report: report && { caseId: report.caseId, id: report.id } });

test("a report that was sent is written down with its time, and with the item of its address that was kept last", async () => {
  await seal(vault);
  const last = await seal(vault);
  await seal(vault, { record: draft({ url: { browser: "https://example.com/2", canonical: null, frames: [] } }) });
  expect(await handlers()["report.log"](SENT)).toEqual({ ok: true, value: null });
  expect((await reports()).map(({ body }) => body)).toMatchObject([
    {
      to: "Reddit",
      destination: "reddit",
      kind: "threat",
      sentUtc: utc,
      exhibits: [last.id],
      outcome: null,
      looks: [],
    },
  ]);
});

test("while locked a report is written down for later, and nothing is told of those that are there", async () => {
  await seal(vault);
  await handlers()["report.log"](SENT);
  await changePassphrase(vault, null, PASSPHRASE);
  await lock();
  expect(await here(URL_OF_POST)).toEqual({ ok: false, failure: "locked" });
  utc = "2026-11-22T05:00:00.000Z" as UtcInstant;
  expect(await handlers()["report.log"]({ ...SENT, to: "A host", destination: null })).toMatchObject({ ok: true });
  await unlock(vault, PASSPHRASE, "2026-11-23T00:00:00.000Z" as UtcInstant);
  expect((await reports()).map(({ body }) => [body.to, body.sentUtc])).toEqual([
    ["Reddit", "2026-11-21T05:00:00.000Z"],
    ["A host", "2026-11-22T05:00:00.000Z"],
  ]);
});

test("all reports of the page in front are found, the first one first; another page has none", async () => {
  await handlers()["report.log"](SENT);
  utc = "2026-11-22T05:00:00.000Z" as UtcInstant;
  await handlers()["report.log"]({ ...SENT, kind: "under-18", to: "A host" });
  expect(await here(URL_OF_POST)).toMatchObject({
    ok: true,
    value: { to: ["Reddit", "A host"], sentUtc: "2026-11-21T05:00:00.000Z", isUnder18: true },
  });
  expect(await here("https://example.com/posts/2")).toEqual({ ok: true, value: null });
});

test("a page that sends the browser on within its site is still the one that the report opened; another site is not", async () => {
  await handlers()["report.log"](SENT);
  const [report] = await reports();
  expect(await here("https://example.com/login?next=posts", report)).toMatchObject({ value: { address: URL_OF_POST } });
  expect(await here("https://example.org/", report)).toEqual({ ok: true, value: null });
});

test("a background that was stopped after an item was sealed as proof puts it beside its report at the next start, once", async () => {
  await handlers()["report.log"](SENT);
  const [report] = await reports();
  const proof = await seal(vault);
  const look = { reports: [{ caseId: report!.caseId, id: report!.id }], found: "up" } as const;
  const order = {
    tabId: 1,
    pictures: "as shown",
    scope: null,
    subject: null,
    interruptions: [],
    draft: proof.id,
    look,
  } as const;
  for (const _ of [1, 2]) {
    expect(await savedState(vault, proof.id, { ...order, interruptions: [] }, () => ACT)).toMatchObject({
      look: "kept",
    });
  }
  expect((await reports())[0]!.body.looks).toMatchObject([{ found: "up", exhibit: proof.id }]);
});
