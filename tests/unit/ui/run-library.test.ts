import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CustodyEntry } from "@/src/model/custody";
import { ExportError, PictureError, VaultError } from "@/src/model/errors";
import { itemHref } from "@/src/ui/library/routes";
import { runLibrary } from "@/src/ui/library/run-library";
import { SHOWN_MS } from "@/src/ui/library/run-shown";
import type { LibraryState } from "@/src/ui/library/state";
import type { LibraryWorld } from "@/src/ui/library/world";
import { notesWorld } from "@/tests/support/events";
import {
  correctionOf,
  entry,
  handOverChoice,
  history,
  ITEM,
  items,
  madePackage,
  record,
  wholePreview,
} from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

const UTC = "2026-11-21T01:02:08.120Z";
const revoked = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  revoked.mockReset();
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:picture", revokeObjectURL: revoked }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function library(changes: Partial<LibraryWorld> = {}, onGoingOn = () => {}) {
  const shown: LibraryState[] = [];
  const revealed = vi.fn();
  const world: LibraryWorld = {
    ...notesWorld().world,
    version: "0.1.0",
    readLook: async () => "notes",
    readPad: async () => false,
    writePad: async () => {},
    writeLook: async () => {},
    leaving: {
      readTo: async () => "https://www.google.com/",
      writeTo: async () => {},
      hasRows: () => true,
      isAllowed: async () => false,
      allow: async () => false,
      end: async () => {},
      remove: async () => 0,
    },
    caseBook: { list: async () => [], begin: async () => {}, choose: async () => {}, write: async () => {} },
    stampEach: { authorities: [], read: async () => null, turnOn: async () => false, turnOff: async () => {} },
    stamp: { authorities: [], open: vi.fn(), allow: async () => false },
    copies: {
      read: async () => null,
      isAhead: async () => false,
      make: async () => ({ fileName: "", leftOut: 0, damagedCases: [] }),
      check: async () => {},
      putBack: async () => ({ items: 0, asksForStamps: false }),
    },
    importing: { importFile: () => Promise.reject(new Error("not in these tests")) },
    receive: { key: async () => "", open: () => Promise.reject(new Error("not in these tests")) },
    readScreens: async () => 60,
    readPlace: async () => ({ place: "HK" }),
    saveText: async () => "document-20261121-031205.txt",
    writeScreens: async () => {},
    remarks: async () => null,
    putRemarks: async ({ remarks }) => ({ remarks, utc: UTC as never, tz: "UTC", revision: "1" }),
    setPassphrase: async () => {},
    recoveryLines: async () => [],
    setIdle: async () => {},
    summaries: async () => ({ summaries: items, damaged: [], waiting: 0 }),
    record: async () => record,
    custody: async () => history,
    corrections: async () => [],
    correct: async (correction) => [correctionOf(correction)],
    deleteItem: async () => {},
    keepAddressOnly: async () => {},
    picture: async () => new Blob(["x"]),
    noteReveal: async () => revealed(),
    saveMarked: async () => "document-003-20261121-010208.png",
    saveRedacted: async () => "document-003-20261121-010208-copy.png",
    pictureSize: async () => ({ widthPx: 300, heightPx: 200 }),
    room: async () => ({ used: 1, left: 2 }),
    wholePage: null,
    aboutCases: async () => new Map(),
    previewPackage: async () => wholePreview,
    mistakeInKeys: () => null,
    newPassphrase: () => "abandon-ability",
    makePackage: async () => madePackage,
    makeBinder: async () => ({ fileName: "documents-20261121-031205-binder.pdf" }),
    ...changes,
  };
  return { run: runLibrary(world, (state) => shown.push(state), onGoingOn), shown, revealed };
}

async function makePackage({ handOver }: ReturnType<typeof library>["run"]): Promise<void> {
  await handOver.preview(handOverChoice);
  await handOver.make();
}

const pictureIn = (state: LibraryState | undefined) =>
  state?.section === "item" && state.item.step === "read" ? state.item.picture.step : null;

test("covers a shown picture by itself after a minute, frees its bytes, and has noted that it was shown", async () => {
  const { run, shown, revealed } = library();
  await run.open(itemHref(ITEM));
  await run.item.showPicture();
  expect(pictureIn(shown.at(-1))).toBe("shown");
  expect(revealed).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(SHOWN_MS);
  expect(pictureIn(shown.at(-1))).toBe("covered");
  expect(revoked).toHaveBeenCalledWith("blob:picture");
});

test("frees a shown picture on leaving the item", async () => {
  const { run } = library();
  await run.open(itemHref(ITEM));
  await run.item.showPicture();
  await run.open("#/settings");
  expect(revoked).toHaveBeenCalledOnce();
});

test("never shows a picture that arrives after the item was left", async () => {
  let arrive: (blob: Blob) => void = () => {};
  const { run, shown } = library({ picture: () => new Promise((resolve) => (arrive = resolve)) });
  await run.open(itemHref(ITEM));
  const showing = run.item.showPicture();
  await run.open("#/settings");
  arrive(new Blob(["x"]));
  await showing;
  expect(shown.map(pictureIn)).not.toContain("shown");
});

test("does not let a slow list replace the section opened after it", async () => {
  let arrive: (list: Awaited<ReturnType<LibraryWorld["summaries"]>>) => void = () => {};
  const { run, shown } = library({ summaries: () => new Promise((resolve) => (arrive = resolve)) });
  const listing = run.open("#/");
  await run.open("#/settings");
  arrive({ summaries: items, damaged: [], waiting: 0 });
  await listing;
  expect(shown.at(-1)!.section).toBe("settings");
});

describe("a marked copy", () => {
  const markedIn = (state: LibraryState | undefined) =>
    state?.section === "item" && state.item.step === "read" ? state.item.marked : null;

  test("tells how far it is, and its name once it was made; the history then holds it", async () => {
    const log = [...history];
    const { run, shown } = library({
      custody: async () => [...log],
      saveMarked: async (_record, { onProgress }) => {
        onProgress(5, 10);
        log.push(entry(9, "mark", UTC));
        return "document-003.png";
      },
    });
    await run.open(itemHref(ITEM));
    await run.item.saveMarked();
    expect(shown.map(markedIn)).toContainEqual({ step: "making", rowsDone: 5, rowsTotal: 10 });
    const last = shown.at(-1);
    expect(markedIn(last)).toEqual({ step: "made", fileName: "document-003.png" });
    const read = last?.section === "item" && last.item.step === "read" ? last.item.history : null;
    expect(read?.at(-1)?.event).toBe("mark");
  });

  test("is stopped by Stop, and by leaving the item", async () => {
    const signals: AbortSignal[] = [];
    const { run, shown } = library({
      saveMarked: (_record, { signal }) =>
        new Promise((_resolve, reject) => {
          signals.push(signal);
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    });
    await run.open(itemHref(ITEM));
    const first = run.item.saveMarked();
    run.item.stopMarked();
    await first;
    expect(markedIn(shown.at(-1))).toEqual({ step: "notMade", failure: "cancelled" });
    const second = run.item.saveMarked();
    await run.open("#/settings");
    await second;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(shown.at(-1)!.section).toBe("settings");
  });

  test.each([
    [new PictureError("unknownForm"), "unknownForm"],
    [new ExportError("fileChanged", { exhibit: 3, path: "derived/stitched.png" }), "fileChanged"],
    [new VaultError("locked"), "locked"],
  ])("that cannot be made says why", async (error, failure) => {
    const { run, shown } = library({ saveMarked: () => Promise.reject(error) });
    await run.open(itemHref(ITEM));
    await run.item.saveMarked();
    expect(markedIn(shown.at(-1))).toEqual({ step: "notMade", failure });
  });
});

test("the settings say how much room is taken, once the browser has told", async () => {
  const { run, shown } = library();
  await run.open("#/settings");
  const rooms = shown.map((state) => state.section === "settings" && state.room);
  expect([rooms[0], rooms.at(-1)]).toEqual(["reading", { used: 1, left: 2 }]);
});

describe("keeping a whole-page file", () => {
  const stateIn = (state: LibraryState | undefined) => state?.section === "settings" && state.wholePage;
  const choice = (isOn: boolean, turnOn: () => Promise<boolean>) => {
    let on = isOn;
    return {
      isOn: async () => on,
      turnOn: async () => {
        on = await turnOn();
        return on;
      },
      turnOff: async () => {
        on = false;
        return true;
      },
    };
  };

  test("is as the browser's permission is, and follows it both ways", async () => {
    const { run, shown } = library({ wholePage: choice(false, async () => true) });
    await run.open("#/settings");
    await run.settings.wholePage.keep();
    await run.settings.wholePage.end();
    expect([...new Set(shown.slice(0, -1).map(stateIn)), stateIn(shown.at(-1))]).toEqual([
      null,
      "off",
      "asking",
      "on",
      "off",
    ]);
  });

  test("asks the browser within the click itself", async () => {
    const turnOn = vi.fn(async () => true);
    const { run } = library({ wholePage: choice(false, turnOn) });
    await run.open("#/settings");
    void run.settings.wholePage.keep();
    expect(turnOn).toHaveBeenCalledOnce();
  });

  test.each([async () => false, () => Promise.reject(new Error("no"))])(
    "says when the browser did not allow it",
    async (no) => {
      const { run, shown } = library({ wholePage: choice(false, no) });
      await run.open("#/settings");
      await run.settings.wholePage.keep();
      expect(stateIn(shown.at(-1))).toBe("refused");
    },
  );

  test("is not offered where the browser has no such file", async () => {
    const { run, shown } = library();
    await run.open("#/settings");
    expect(new Set(shown.map(stateIn))).toEqual(new Set([null]));
  });
});

test("says which item a package could not be made of", async () => {
  const error = new ExportError("fileChanged", { exhibit: 2, path: "original/screen-000.png" });
  const { run, shown } = library({ makePackage: () => Promise.reject(error) });
  await run.open("#/hand-over");
  await makePackage(run);
  const handOver = { step: "notMade", failure: { code: "fileChanged", exhibit: 2 } };
  expect(shown.at(-1)).toEqual({ section: "handOver", handOver });
});

test("goes on making a package while another section is looked at, and finds it again", async () => {
  let finish: () => void = () => {};
  const made = new Promise<typeof madePackage>((resolve) => (finish = () => resolve(madePackage)));
  const { run, shown } = library({ makePackage: () => made });
  await run.open("#/hand-over");
  const making = makePackage(run);
  await vi.waitFor(() => expect(shown.at(-1)).toMatchObject({ handOver: { step: "making" } }));
  await run.open("#/settings");
  finish();
  await making;
  expect(shown.at(-1)!.section).toBe("settings");
  await run.open("#/hand-over");
  const handOver = { step: "made", package: madePackage, notInside: ["items"], binder: { step: "choosing" } };
  expect(shown.at(-1)).toEqual({ section: "handOver", handOver });
});

test("what goes on without a key counts as use, whatever section is looked at, and only as long as it moves on", async () => {
  const goingOn = vi.fn();
  const pieces = new EventTarget();
  const world = {
    copies: {
      read: async () => null,
      isAhead: async () => false,
      make: async () => ({ fileName: "", leftOut: 0, damagedCases: [] }),
      check: async () => {},
      putBack: ({ onProgress }) =>
        new Promise(() => {
          let bytesDone = 0;
          pieces.addEventListener("piece", () => {
            bytesDone += 100;
            onProgress({ part: "writing", bytesDone, bytesTotal: 1000 });
          });
        }),
    },
  } satisfies Partial<LibraryWorld>;
  const actions = library(world, goingOn).run;
  await actions.open("#/copies");
  void actions.copies.putBack(new Blob(["age"]), "heather anchor");
  await actions.open("#/");
  goingOn.mockClear();
  pieces.dispatchEvent(new Event("piece"));
  pieces.dispatchEvent(new Event("piece"));
  expect(goingOn).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(goingOn).toHaveBeenCalledTimes(2);
});

test("a binder that was stopped leaves the package as it was made", async () => {
  const { run, shown } = library({
    makeBinder: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(new ExportError("cancelled")))),
  });
  await run.open("#/hand-over");
  await makePackage(run);
  const making = run.handOver.makeBinder({ paper: "A4", withPictures: true });
  run.handOver.stop();
  await making;
  const binder = { step: "notMade", failure: { code: "cancelled" } };
  const handOver = { step: "made", package: madePackage, notInside: ["items"], binder };
  expect(shown.at(-1)).toEqual({ section: "handOver", handOver });
});

test("an item's history tells of packages that were made, not of those stopped, failed or never ended", async () => {
  const exported = (seq: number, detail: CustodyEntry["detail"]) => ({ ...entry(seq, "export", UTC), detail });
  const log: CustodyEntry[] = [
    entry(0, "capture", UTC),
    exported(1, { name: "documents-1", outcome: "begun", exhibits: "1,3" }),
    exported(2, { name: "documents-1", outcome: "stopped" }),
    exported(3, { name: "documents-2", outcome: "begun", exhibits: "1,3" }),
    { ...entry(4, "digest", UTC), item: null, detail: { name: "documents-2" } },
    exported(5, { name: "documents-3", outcome: "begun", exhibits: "1,2" }),
    { ...entry(6, "digest", UTC), item: null, detail: { name: "documents-3" } },
    exported(7, { name: "documents-4", outcome: "begun", exhibits: "3" }),
  ];
  const { run, shown } = library({ custody: async () => log });
  await run.open(itemHref(ITEM));
  const state = shown.at(-1);
  const read = state?.section === "item" && state.item.step === "read" ? state.item.history : null;
  expect(read?.map(({ seq }) => seq)).toEqual([0, 3]);
});

test("shows an item, and that its history cannot be read, when the log is damaged", async () => {
  const { run, shown } = library({ custody: () => Promise.reject(new VaultError("damaged")) });
  await run.open(itemHref(ITEM));
  expect(shown.at(-1)).toMatchObject({ section: "item", item: { step: "read", history: null } });
});

test("says in its code why the list could not be read", async () => {
  const { run, shown } = library({ summaries: () => Promise.reject(new VaultError("newerVersion")) });
  await run.open("#/");
  expect(shown.at(-1)).toMatchObject({ section: "kept", list: { step: "failed", failure: "newerVersion" } });
});
