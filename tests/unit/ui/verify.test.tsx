// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { FILE_FINDINGS } from "@/src/model/file-finding";
import { LOGGED_STAMP_FAULTS, type UnlistedRoot } from "@/src/model/stamp";
import { runVerify, type VerifyWorld } from "@/src/ui/verify/run-verify";
import type { ShownFinding, VerifyState } from "@/src/ui/verify/state";
import { VerifyInNotes } from "@/src/ui/verify/VerifyInNotes";
import { unlistedStamp } from "@/tools/screens/stamp-samples";
import { clear, draw, statuses } from "./draw";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const calls = { onChosen: vi.fn(), onStop: vi.fn(), onCopy: vi.fn(async () => {}), onLeave: vi.fn() };
const facts = {
  exhibits: 1,
  files: 3,
  bytes: 2_000,
  leftOut: 0,
  tagManifestSha256: "ab".repeat(32),
  signedBy: null,
  packageSigned: false,
  stamp: null,
  stampsWhileSaving: 0,
  unlistedStampRoots: [],
  software: null,
  baggingDate: null,
};
const show = (state: VerifyState) => draw(<VerifyInNotes state={state} calls={calls} notesHref="/library.html" />);
const checked = (findings: ShownFinding[]): VerifyState => ({
  step: "checked",
  fileName: "documents.zip",
  verdict: { kind: "checked", intact: findings.length === 0, findings, facts },
});

test("says that a package is unchanged, what to compare, and what it cannot show", async () => {
  await show(checked([]));
  expect(statuses()).toContain("Unchanged since it was made");
  expect(document.body.textContent).toContain(facts.tagManifestSha256);
  expect(document.body.textContent).toContain("What this cannot show");
});

test("says that a folder is unchanged in which the computer's own system left a file, and names the file", async () => {
  const findings: ShownFinding[] = [{ code: "systemFile", path: "data/.DS_Store" }];
  await show({
    step: "checked",
    fileName: "documents",
    verdict: { kind: "checked", intact: true, findings, facts },
  });
  expect(statuses()).toContain("Unchanged since it was made");
  expect(document.body.textContent).not.toContain("not as it was made");
  expect(document.querySelector(".notice-info .notice-list")!.textContent).toMatch(
    /no part of the package\. .*\.DS_Store/,
  );
});

test("has a sentence for everything that can be found, with the file it is about as text", async () => {
  const findings: ShownFinding[] = [
    ...FILE_FINDINGS.map((code) => ({ code, path: `<b>${code}</b>` })),
    { code: "oxumWrong" },
    { code: "custodyBroken", index: 3 },
    { code: "custodyHeadMismatch" },
    { code: "zipDamaged", path: null },
    ...LOGGED_STAMP_FAULTS.map((fault) => ({ code: "stampWrong" as const, fault })),
  ];
  await show(checked(findings));
  expect(statuses()).toContain("This package is not as it was made");
  const lines = [...document.querySelectorAll(".notice-list li")].map((line) => line.textContent);
  expect(lines).toHaveLength(findings.length);
  expect(lines.every((line) => /^[A-Z].*\./.test(line!))).toBe(true);
  expect(lines[0]).toContain("<b>fileChanged</b>");
  expect(lines).toContain("Line 4 of the history does not fit the one before it.");
});

const stampedBy = (listedAs: string | null, unlistedStampRoots: UnlistedRoot[] = []): VerifyState => ({
  step: "checked",
  fileName: "documents.zip",
  verdict: {
    kind: "checked",
    intact: true,
    findings: [],
    facts: { ...facts, stamp: { ...unlistedStamp, listedAs }, stampsWhileSaving: 3, unlistedStampRoots },
  },
});

test("of a stamp by somebody in no list of ours the doubt comes first, and nothing is said to have existed", async () => {
  await show(stampedBy(null, [{ sha256: "cd".repeat(32) as UnlistedRoot["sha256"], stamps: 2 }]));
  const said = document.body.textContent!;
  expect(said).not.toMatch(/existed by/i);
  expect(said).not.toContain("Signed by");
  const card = document.querySelector("[aria-labelledby=stamp-title]")!;
  expect(card.querySelector("h3 + .notice-attention")!.textContent).toMatch(
    /^A stamp by somebody this program does not know says .+ It proves nothing until you have compared/,
  );
  expect(card.textContent).toContain(unlistedStamp.rootSha256);
  expect(card.textContent).toContain(`It calls itself${unlistedStamp.signer}`);
  expect(said).toContain("Stamps taken while saving1");
  expect(said).toContain("Stamps taken while saving, by somebody this program does not know2They prove nothing");
  expect(said).toContain("cd".repeat(32));
});

test("of a stamp by a listed authority its word is told, and its name", async () => {
  await show(stampedBy("FreeTSA"));
  const said = document.body.textContent!;
  expect(said).toContain("Existed by");
  expect(said).toContain("A time-stamp authority says: ");
  expect(said).toContain("AuthorityFreeTSA");
  expect(said).toContain("Stamps taken while saving3");
  expect(said).not.toContain("does not know");
});

const chosen = (name: string) => ({ kind: "file" as const, name, file: new File([name], name) });

test("a file chosen while another is checked takes its place", async () => {
  const shown: VerifyState[] = [];
  const check: VerifyWorld["check"] = ({ name }, { signal }) =>
    new Promise<never>((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error(name))));
  const run = runVerify({ check }, (state) => shown.push(state));
  const first = run.check(chosen("a.zip"));
  const second = run.check(chosen("b.zip"));
  await first;
  expect(shown.at(-1)).toMatchObject({ step: "checking", fileName: "b.zip" });
  run.stop();
  await second;
  expect(shown.at(-1)).toEqual({ step: "stopped" });
});
