// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import type { UtcInstant } from "@/src/model/instant";
import { STAMP_FAILURES, type Stamp, StampError } from "@/src/model/stamp";
import { type OpenPackage, runStamp, type StampState, type StampWorld } from "@/src/ui/library/stamp/run-stamp";
import { type StampCalls, StampPage } from "@/src/ui/library/stamp/StampPage";
import { clear, draw } from "./draw";
import { mockedCalls } from "./mocked-calls";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const stamp: Stamp = {
  time: "2026-11-21T03:12:07.000Z" as UtcInstant,
  accuracyMs: null,
  policy: "1.2.3",
  serial: "01",
  signer: "Signer",
  signerUntil: "2033-01-01T00:00:00.000Z" as UtcInstant,
  rootSha256: "ab".repeat(32) as Stamp["rootSha256"],
  rootName: "Root",
  listedAs: "FreeTSA",
  saysQualified: false,
};
const authorities = [{ id: "freetsa", name: "FreeTSA", host: "freetsa.org" }];
const file = new File(["zip"], "documents.zip");

function world(changes: Partial<OpenPackage> = {}, allowed = true) {
  const opened: OpenPackage = {
    fileName: "documents.zip",
    isStamped: false,
    ask: vi.fn(async () => ({ fileName: "documents-stamped.zip", stamp })),
    saveRequest: vi.fn(async () => {}),
    addReply: vi.fn(async () => ({ fileName: "documents-stamped.zip", stamp })),
    ...changes,
  };
  const given: StampWorld = { authorities, open: async () => opened, allow: vi.fn(async () => allowed) };
  const shown: StampState[] = [];
  return { opened, given, shown, run: runStamp(given, (state) => shown.push(state)) };
}

test("nothing is asked of the browser or an authority before the button is pressed", async () => {
  const { run, given, opened } = world();
  run.open();
  await run.choose(file);
  expect(given.allow).not.toHaveBeenCalled();
  expect(opened.ask).not.toHaveBeenCalled();
});

test("where the browser's question is answered with no, nothing is sent", async () => {
  const { run, opened, shown } = world({}, false);
  await run.choose(file);
  await run.ask("freetsa");
  expect(opened.ask).not.toHaveBeenCalled();
  expect(shown.at(-1)).toMatchObject({ step: "ready", failure: "notAllowed" });
});

test("the browser is asked while the click is handled, not later", async () => {
  const { run, given } = world();
  await run.choose(file);
  void run.ask("freetsa");
  expect(given.allow).toHaveBeenCalledWith("freetsa");
});

test("a reply that does not fit leads back to the choice with the reason; a right one then is added", async () => {
  const addReply = vi.fn<OpenPackage["addReply"]>();
  addReply.mockRejectedValueOnce(new StampError("wrongNonce"));
  addReply.mockResolvedValueOnce({ fileName: "documents-stamped.zip", stamp });
  const { run, shown } = world({ addReply });
  await run.choose(file);
  await run.saveRequest();
  await run.addReply({ reply: null, request: null, certificates: [] });
  expect(shown.at(-1)).toMatchObject({ step: "ready", failure: "wrongNonce", package: { isRequestSaved: true } });
  await run.addReply({ reply: file, request: null, certificates: [] });
  expect(shown.at(-1)).toMatchObject({ step: "made", made: { fileName: "documents-stamped.zip" } });
});

test("what is no package is told, and another can be chosen", async () => {
  const { given, shown } = world();
  const run = runStamp({ ...given, open: () => Promise.reject(new StampError("notAPackage")) }, (s) => shown.push(s));
  await run.choose(file);
  expect(shown.at(-1)).toMatchObject({ step: "choosing", failure: "notAPackage" });
});

const calls = mockedCalls<StampCalls>();
const ready = { fileName: "documents.zip", isStamped: false, isRequestSaved: false, isBusy: false };

test.each(STAMP_FAILURES)("%s is told in sentences, with what becomes of the package", async (failure) => {
  await draw(<StampPage stamp={{ authorities, step: "ready", package: ready, failure }} calls={calls} />);
  const said = document.querySelector("[role=alert]")!.textContent!;
  expect(said).toMatch(/^[A-Z].*\./);
});

test("before it asks, the page says who learns what, which server is meant, and what kind of stamp it gives", async () => {
  await draw(<StampPage stamp={{ authorities, step: "ready", package: ready, failure: null }} calls={calls} />);
  const said = document.body.textContent!;
  for (const part of [
    "never a page, a picture or a name",
    "network address",
    "freetsa.org",
    "Neither gives qualified stamps",
  ]) {
    expect(said).toContain(part);
  }
});
