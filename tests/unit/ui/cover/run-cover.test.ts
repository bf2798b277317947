import { expect, test, vi } from "vitest";
import type { CoverBox } from "@/src/model/covers";
import { PictureError, VaultError } from "@/src/model/errors";
import { utcInstant } from "@/src/model/instant";
import { type KeptRemarks, NO_REMARKS } from "@/src/model/remarks";
import { type CoverDrafts, runCover } from "@/src/ui/library/cover/run-cover";
import { formOf } from "@/src/ui/library/remarks/form-values";
import { type Drafts, runRemarks } from "@/src/ui/library/remarks/run-remarks";
import { ITEM, record } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

const [ONE, OTHER] = [1, 2].map((n): CoverBox => ({ xPx: n, yPx: n, widthPx: 10, heightPx: 10 })) as [
  CoverBox,
  CoverBox,
];

const SIZE = { widthPx: 300, heightPx: 200 };

/** An item with a description, and its notes and its covering as its page holds them. */
async function opened(covers?: CoverBox[]) {
  const first = { ...NO_REMARKS, description: "kept words", ...(covers && { covers }) };
  let kept: KeptRemarks = { remarks: first, utc: utcInstant(0), tz: "UTC", revision: crypto.randomUUID() };
  let refused = false;
  const world = {
    remarks: async () => kept,
    summaries: async () => ({ summaries: [] }),
    putRemarks: vi.fn(async ({ remarks, replaces }: { remarks: KeptRemarks["remarks"]; replaces: string | null }) => {
      if (refused || replaces !== kept.revision) throw new VaultError("changedMeanwhile");
      kept = { ...kept, remarks, revision: crypto.randomUUID() };
      return kept;
    }),
    pictureSize: async () => SIZE,
    saveRedacted: vi.fn(async () => "document-003-20261121-010208-copy.png"),
  };
  const drafts: Drafts = new Map();
  const remarks = runRemarks(world, ITEM, drafts, () => {});
  await remarks.read(record);
  const refuse = () => {
    refused = true;
  };
  const coverDrafts: CoverDrafts = new Map();
  /** As when the item is opened: again, after another place. */
  const open = () => runCover(world, ITEM, coverDrafts, remarks, () => {});
  return { world, drafts, remarks, open, cover: open(), kept: () => kept.remarks, refuse };
}

test("boxes are kept beside the words about the item, which stay", async () => {
  const { cover, kept } = await opened();
  await cover.begin(record);
  cover.draw(() => [ONE]);
  expect(await cover.keep()).toBe(true);
  expect(kept()).toEqual({ ...NO_REMARKS, description: "kept words", covers: [ONE] });
  expect(cover.state).toMatchObject({ kept: [ONE], drawn: null, isSaid: true });
});

test("that nothing has to be covered is kept, too, and is another thing than having said nothing", async () => {
  const { cover, kept } = await opened();
  expect(cover.state!.kept).toBeNull();
  await cover.begin(record);
  await cover.keep();
  expect(kept().covers).toEqual([]);
});

test("each change can be undone, and leaving keeps nothing", async () => {
  const { cover, kept } = await opened([ONE]);
  await cover.begin(record);
  cover.draw(() => [ONE, OTHER]);
  cover.draw(() => [OTHER]);
  cover.undo();
  expect(cover.state!.drawn).toEqual([ONE, OTHER]);
  cover.undo();
  expect(cover.state).toMatchObject({ drawn: [ONE], canUndo: false });
  cover.end();
  expect(kept().covers).toEqual([ONE]);
});

test("boxes that are not kept are there again when the item is, with what can be undone, until they are given up", async () => {
  const { cover, open, kept } = await opened([ONE]);
  await cover.begin(record);
  cover.draw(() => [ONE, OTHER]);
  const again = open();
  expect(again.state).toMatchObject({ kept: [ONE], drawn: [ONE, OTHER], canUndo: true });
  again.undo();
  again.draw(() => [OTHER]);
  expect(await again.keep()).toBe(true);
  expect(kept().covers).toEqual([OTHER]);
  await again.begin(record);
  again.end();
  expect(open().state!.drawn).toBeNull();
});

test("what was typed about the item is kept afterwards, with the boxes", async () => {
  const { cover, remarks, kept } = await opened();
  remarks.type({ ...formOf(kept()), description: "typed before" });
  await cover.begin(record);
  cover.draw(() => [ONE]);
  await cover.keep();
  expect(kept().description).toBe("kept words");
  expect(await remarks.keep()).toBe(true);
  expect(kept()).toMatchObject({ description: "typed before", covers: [ONE] });
});

test("what could not be kept stays drawn, with the reason", async () => {
  const { cover, refuse } = await opened();
  refuse();
  await cover.begin(record);
  cover.draw(() => [ONE]);
  expect(await cover.keep()).toBe(false);
  expect(cover.state).toMatchObject({ drawn: [ONE], failure: "changedMeanwhile", isSaid: false });
});

test("a copy is made with the boxes that are kept", async () => {
  const { cover, world } = await opened([ONE]);
  await cover.begin(record);
  cover.draw(() => [OTHER]);
  expect(await cover.saveCopy(record)).toBe(true);
  expect(world.saveRedacted).toHaveBeenCalledWith(record, [ONE], expect.anything());
  expect(cover.state!.copy).toEqual({ step: "made", fileName: "document-003-20261121-010208-copy.png" });
});

test("a picture that came in is opened first, and what cannot be opened is told and draws nothing", async () => {
  const { cover, world } = await opened([ONE]);
  const opening = cover.begin(record);
  expect(cover.state).toMatchObject({ isOpening: true, drawn: null });
  await opening;
  expect(cover.state).toMatchObject({ isOpening: false, drawn: [ONE], size: SIZE });
  cover.end();
  for (const code of ["notOpened", "tooLarge"] as const) {
    world.pictureSize = async () => {
      throw new PictureError(code);
    };
    await cover.begin(record);
    expect(cover.state).toMatchObject({ isOpening: false, drawn: null, notOpened: code });
  }
});
