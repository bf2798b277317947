import { PNG } from "pngjs";
import { beforeEach, expect, test, vi } from "vitest";
import { saveMarked } from "@/entrypoints/library/save-marked";
import type { Append } from "@/entrypoints/library/world";
import { sha256 } from "@/src/model/digest";
import { VaultError } from "@/src/model/errors";
import { act, CASE_ID, chained, fakeReader, madeUpExhibit } from "@/tests/support/exhibits";

const saved = vi.hoisted(() => [] as { blob: Blob; name: string }[]);
vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
vi.mock("@/src/platform/save-file", () => ({ saveBlob: (blob: Blob, name: string) => saved.push({ blob, name }) }));
vi.mock("@/entrypoints/library/world", () => ({}));
// Drawing needs a canvas; the heading itself is tried in the browsers.
vi.mock("@/src/marked/strip-canvas", () => ({
  measurer: () => (text: string) => text.length * 7,
  *drawStrip({ heightPx }: { heightPx: number }, widthPx: number) {
    yield new Uint8ClampedArray(widthPx * heightPx * 4).fill(255);
  },
}));

const PICTURE = PNG.sync.write(Object.assign(new PNG({ width: 400, height: 30 }), { data: Buffer.alloc(48_000, 9) }));

beforeEach(() => void saved.splice(0));

async function kept(picture: Uint8Array<ArrayBuffer> = new Uint8Array(PICTURE)) {
  const exhibit = await madeUpExhibit(7, { "original/screen-000.png": picture });
  const acts: Parameters<Append>[0][] = [];
  const append: Append = async (request) => {
    acts.push(request);
    return (await chained([act(request.act)]))[0]!;
  };
  const save = (signal = new AbortController().signal, log = append) =>
    saveMarked(fakeReader([exhibit]), log, exhibit.record, { onProgress: () => {}, signal });
  return { exhibit, acts, save };
}

test("the copy is handed over under a neutral name, and the log names its digest and what it was made of", async () => {
  const { exhibit, acts, save } = await kept();
  const name = await save();
  expect(name).toBe("document-007-20261121-010709.png");
  const { blob } = saved[0]!;
  expect(saved).toHaveLength(1);
  expect(blob.type).toBe("image/png");
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect(PNG.sync.read(Buffer.from(bytes))).toMatchObject({ width: 400 });
  const [file] = exhibit.record.files;
  const detail = { file: file!.path, sha256: file!.sha256, bytes: bytes.length };
  const digest = `sha256:${await sha256(bytes)}`;
  expect(acts).toEqual([{ caseId: CASE_ID, act: { event: "mark", item: exhibit.record.id, digest, detail } }]);
});

test("nothing is handed over of a picture that is not as it was saved", async () => {
  const { exhibit, acts, save } = await kept();
  const other = PNG.sync.write(Object.assign(new PNG({ width: 400, height: 30 }), { data: Buffer.alloc(48_000, 8) }));
  exhibit.files.set("original/screen-000.png", new Uint8Array(other));
  await expect(save()).rejects.toMatchObject({ code: "fileChanged" });
  expect([saved, acts]).toEqual([[], []]);
});

test("nothing is handed over that the log does not hold", async () => {
  const { save } = await kept();
  await expect(save(undefined, () => Promise.reject(new VaultError("full")))).rejects.toMatchObject({ code: "full" });
  expect(saved).toEqual([]);
});

test("nothing is handed over or written down when it was stopped, or when there is no such picture", async () => {
  const { acts, save } = await kept();
  await expect(save(AbortSignal.abort())).rejects.toThrow();
  await expect((await kept(new Uint8Array(50))).save()).rejects.toMatchObject({ code: "unknownForm" });
  expect([saved, acts]).toEqual([[], []]);
});
