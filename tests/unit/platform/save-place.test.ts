import { afterEach, expect, test, vi } from "vitest";
import { savePlace } from "@/src/platform/save-place";

const downloaded = vi.hoisted(() => ({ names: [] as string[] }));
vi.mock("@/src/platform/save-file", () => ({
  saveStream: async (_stream: ReadableStream, name: string) => void downloaded.names.push(name),
}));
afterEach(() => {
  vi.unstubAllGlobals();
  downloaded.names = [];
});

const LARGE = 300 << 20;
const bytes = () => new Blob(["a package"]).stream();

/** A place that the user picked, and what became of it. */
function picked() {
  const written: Uint8Array[] = [];
  const place = { isClosed: false, isRemoved: false, written };
  const file = {
    name: "mine.zip",
    createWritable: async () =>
      new WritableStream<Uint8Array>({
        write: (piece) => void written.push(piece),
        close() {
          place.isClosed = true;
        },
      }),
    async remove() {
      place.isRemoved = true;
    },
  };
  vi.stubGlobal("showSaveFilePicker", async () => file);
  return place;
}

test("a small file is downloaded, and no place is asked for", async () => {
  const asked = vi.fn();
  vi.stubGlobal("showSaveFilePicker", asked);
  const place = await savePlace("documents.zip", 1000);
  await place.save(bytes());
  expect([place.isPlaced, downloaded.names, asked.mock.calls.length]).toEqual([false, ["documents.zip"], 0]);
});

test("a large file is downloaded, too, where the browser has no way to ask for a place", async () => {
  const place = await savePlace("documents.zip", LARGE);
  await place.save(bytes());
  expect(downloaded.names).toEqual(["documents.zip"]);
});

test("a large file is written to the place that was picked, under its name", async () => {
  const found = picked();
  const place = await savePlace("documents.zip", LARGE);
  expect(place).toMatchObject({ fileName: "mine.zip", isPlaced: true });
  await place.save(bytes());
  expect(Buffer.concat(found.written).toString()).toBe("a package");
  expect(found).toMatchObject({ isClosed: true, isRemoved: false });
});

test("nothing is left at the place when making the file fails", async () => {
  const found = picked();
  const place = await savePlace("documents.zip", LARGE);
  const failing = new ReadableStream({ pull: (controller) => controller.error(new Error("the disk is gone")) });
  await expect(place.save(failing)).rejects.toThrow("the disk is gone");
  expect(found).toMatchObject({ isClosed: false, isRemoved: true });
});

test("picking no place is the same as stopping", async () => {
  vi.stubGlobal("showSaveFilePicker", async () => Promise.reject(new DOMException("", "AbortError")));
  await expect(savePlace("documents.zip", LARGE)).rejects.toMatchObject({ code: "cancelled" });
});
