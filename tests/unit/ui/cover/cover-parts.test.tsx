// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CoverBox } from "@/src/model/covers";
import type { ChangeBoxes } from "@/src/ui/library/cover/boxes";
import type { CoverState } from "@/src/ui/library/cover/state";
import { Picture } from "@/src/ui/library/Picture";
import type { PictureState } from "@/src/ui/library/state";
import { button, buttons, clear, draw } from "@/tests/unit/ui/draw";
import { record } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));
afterEach(clear);

const { widthPx, heightPx } = record.picture;
const BOX: CoverBox = { xPx: 100, yPx: 200, widthPx: 300, heightPx: 50 };
const STEP = Math.round(widthPx / 100);
const NOTHING: CoverState = {
  kept: null,
  drawn: null,
  size: record.picture,
  isOpening: false,
  notOpened: null,
  canUndo: false,
  isBusy: false,
  failure: null,
  isSaid: false,
  copy: { step: "waiting" },
};
const SHOWN: PictureState = { step: "shown", objectUrl: "blob:x" };

let calls: Record<"begin" | "draw" | "undo" | "end" | "keep" | "saveCopy" | "stop", ReturnType<typeof vi.fn>>;
beforeEach(() => {
  calls = {
    begin: vi.fn(),
    draw: vi.fn(),
    undo: vi.fn(),
    end: vi.fn(),
    keep: vi.fn(),
    saveCopy: vi.fn(),
    stop: vi.fn(),
  };
});
const show = (some: Partial<CoverState>, picture: PictureState = { step: "covered" }) =>
  draw(
    <Picture
      record={record}
      picture={picture}
      cover={{ ...NOTHING, ...some }}
      coverCalls={calls as never}
      onShow={() => {}}
      onCover={() => {}}
    />,
  );
/** What the last change makes of the one box. */
const drawn = (boxes = [BOX]) => (calls.draw.mock.lastCall![0] as ChangeBoxes)(boxes);
const key = (name: string, more: KeyboardEventInit = {}) =>
  act(() => {
    button("Box 1").dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, ...more }));
  });

test("a box is moved, sized and removed by the keyboard alone", async () => {
  await show({ drawn: [BOX] }, SHOWN);
  await key("ArrowRight");
  expect(drawn()).toEqual([{ ...BOX, xPx: 100 + STEP }]);
  await key("ArrowDown", { shiftKey: true });
  expect(drawn()).toEqual([{ ...BOX, heightPx: 50 + STEP }]);
  await key("Delete");
  expect(drawn()).toEqual([]);
  calls.draw.mockClear();
  await key("ArrowLeft", { ctrlKey: true });
  await key("Tab");
  expect(calls.draw).not.toHaveBeenCalled();
});

test("boxes can be added, typed and kept without the picture being shown", async () => {
  await show({ drawn: [BOX] });
  expect(document.querySelector("img")).toBeNull();
  await act(() => button("Add a box").click());
  expect(drawn()).toHaveLength(2);
  const left = document.querySelector<HTMLInputElement>("fieldset input")!;
  await act(() => {
    left.value = String(widthPx * 2);
    left.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(drawn()).toEqual([{ ...BOX, xPx: widthPx - 1, widthPx: 1 }]);
  await act(() => button("Remove box 1").click());
  expect(drawn()).toEqual([]);
  await act(() => button("Keep this").click());
  expect(calls.keep).toHaveBeenCalledOnce();
});

test("a box drawn with the pointer covers what it was drawn over; a press alone draws none", async () => {
  await show({ drawn: [] }, SHOWN);
  const layer = document.querySelector<HTMLElement>(".cover-layer")!;
  layer.getBoundingClientRect = () => new DOMRect(0, 0, widthPx / 2, heightPx / 2);
  layer.setPointerCapture = () => {};
  const pointer = (type: string, x: number, y: number) =>
    act(() => {
      layer.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, button: 0, bubbles: true }));
    });
  await pointer("pointerdown", 50, 100);
  await pointer("pointermove", 150, 120);
  await pointer("pointerup", 150, 120);
  expect(drawn([])).toEqual([{ xPx: 100, yPx: 200, widthPx: 200, heightPx: 40 }]);
  calls.draw.mockClear();
  await pointer("pointerdown", 50, 100);
  await pointer("pointerup", 50, 100);
  expect(calls.draw).not.toHaveBeenCalled();
});

test("it says how many parts are covered, and offers a copy only where some are", async () => {
  await show({});
  expect(buttons()).not.toContain("Save a copy with these parts covered");
  await show({ kept: [BOX] });
  expect(document.body.textContent).toContain("Covered parts: 1.");
  await act(() => button("Save a copy with these parts covered").click());
  expect(calls.saveCopy).toHaveBeenCalledOnce();
});

test("what cannot be copied is not offered to be covered", async () => {
  const files = record.files.map((file) =>
    file.path === record.picture.file ? { ...file, mime: "image/jpeg" } : file,
  );
  const cover = { ...NOTHING };
  await draw(
    <Picture
      record={{ ...record, files }}
      picture={{ step: "covered" }}
      cover={cover}
      coverCalls={calls as never}
      onShow={() => {}}
      onCover={() => {}}
    />,
  );
  expect(buttons()).not.toContain("Cover parts");
});
