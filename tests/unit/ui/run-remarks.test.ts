import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { RemarksDraft } from "@/src/messaging/protocol";
import { VaultError, type VaultFailure } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import { utcInstant } from "@/src/model/instant";
import { LINKS } from "@/src/model/links";
import { MAX_LINE, MAX_LISTED } from "@/src/model/note-limits";
import { type KeptRemarks, NO_REMARKS, type Remarks } from "@/src/model/remarks";
import { formOf, remarksOf } from "@/src/ui/library/remarks/form-values";
import { type Drafts, runRemarks } from "@/src/ui/library/remarks/run-remarks";
import { ITEM, items, record } from "@/tools/screens/samples";

vi.mock("@/src/platform/browser", () => import("@/tools/screens/fake-browser"));

const OTHER = items[0]!.id;

/** A vault that holds the remarks of one item, as two windows see it. */
function vault(first: Partial<Remarks> | null = null) {
  const entry = (remarks: Remarks): KeptRemarks => ({
    remarks,
    utc: utcInstant(0),
    tz: "UTC",
    revision: crypto.randomUUID(),
  });
  let kept = first === null ? null : entry({ ...NO_REMARKS, ...first });
  let refusal: VaultFailure | null = null;
  let arrived: () => void = () => {};
  let wait: Promise<void> | null = null;
  const world = {
    remarks: async () => {
      if (refusal === "damaged") throw new VaultError("damaged");
      return kept;
    },
    summaries: async () => ({ summaries: [...items, { ...items[0]!, id: ITEM }] }),
    putRemarks: vi.fn(async ({ remarks, replaces }: RemarksDraft) => {
      await wait;
      if (refusal !== null) throw new VaultError(refusal);
      if ((kept?.revision ?? null) !== replaces) throw new VaultError("changedMeanwhile");
      kept = entry(remarks);
      return kept;
    }),
  };
  return {
    world,
    kept: () => kept?.remarks ?? null,
    refuse: (failure: VaultFailure | null) => {
      refusal = failure;
    },
    hold: () => {
      wait = new Promise((resolve) => {
        arrived = resolve;
      });
    },
    release: () => arrived(),
  };
}

async function opened(made: ReturnType<typeof vault>, drafts: Drafts = new Map()) {
  const run = runRemarks(made.world, ITEM, drafts, () => {});
  await run.read(record);
  const write = (some: Partial<Remarks>) => run.type(formOf({ ...NO_REMARKS, ...some }));
  return { run, write, drafts, state: () => run.state! };
}

const piece = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[,，、،\n]/g, ""))
  .map((text) => text.trim())
  .filter(Boolean);
const pieces = fc.uniqueArray(piece, { maxLength: 8 });
const anyRemarks: fc.Arbitrary<Remarks> = fc.record({
  description: fc.string(),
  significance: fc.string(),
  effect: fc.string(),
  people: pieces,
  place: fc.string(),
  tags: pieces,
  links: fc.uniqueArray(fc.record({ rel: fc.constantFrom(...LINKS), item: fc.uuid().map((id) => id as ExhibitId) })),
});

test("what a form makes of remarks makes the same remarks again", () => {
  fc.assert(
    fc.property(anyRemarks, (remarks) => {
      expect(remarksOf(formOf(remarks))).toEqual({ remarks });
    }),
  );
});

test("people stand on lines, tags between commas of any writing or on lines, each once; rows without an item say nothing", () => {
  const form = {
    ...formOf(NO_REMARKS),
    people: " Sam, of the club\n\nKim \nKim",
    tags: "river，work、 path,\nwork",
    links: [
      { rel: "part-of", item: "" } as const,
      { rel: "part-of", item: OTHER } as const,
      { rel: "part-of", item: OTHER } as const,
    ],
  };
  expect(remarksOf(form)).toMatchObject({
    remarks: {
      people: ["Sam, of the club", "Kim"],
      tags: ["river", "work", "path"],
      links: [{ rel: "part-of", item: OTHER }],
    },
  });
});

test("what the vault would refuse is told before it is sent", () => {
  const form = formOf(NO_REMARKS);
  expect(remarksOf({ ...form, people: "x".repeat(MAX_LINE + 1) })).toEqual({ problem: "lineTooLong" });
  const tags = Array.from({ length: MAX_LISTED + 1 }, (_, place) => `tag${place}`).join(",");
  expect(remarksOf({ ...form, tags })).toEqual({ problem: "tooMany" });
});

test("notes that are written are kept, and another wording takes their place", async () => {
  const made = vault();
  const { run, write, state } = await opened(made);
  write({ description: "The path where I draw", tags: ["river", "work"] });
  expect(state()).toMatchObject({ isChanged: true, said: null });
  expect(await run.keep()).toBe(true);
  expect(state()).toMatchObject({ isChanged: false, said: "kept", failure: null });
  write({ description: "Another wording" });
  await run.keep();
  expect(made.kept()).toEqual({ ...NO_REMARKS, description: "Another wording" });
});

test("pressing the button with nothing new typed writes nothing", async () => {
  const made = vault({ place: "By the lock" });
  const { run, write, state } = await opened(made);
  write({ place: "By the weir" });
  write({ place: "By the lock" });
  expect(await run.keep()).toBe(false);
  expect(state().said).toBe("unchanged");
  expect(made.world.putRemarks).not.toHaveBeenCalled();
});

test.each(["full", "changedMeanwhile", "locked", "cannotOpen"] as const)(
  "what was typed stays when it could not be kept: %s",
  async (failure) => {
    const made = vault({ description: "Before" });
    const { run, write, state, drafts } = await opened(made);
    write({ description: "Many words" });
    made.refuse(failure);
    await run.keep();
    expect(state()).toMatchObject({ failure, isBusy: false, isChanged: true, form: { description: "Many words" } });
    made.refuse(null);
    const again = await opened(made, drafts);
    expect(again.state().form.description).toBe("Many words");
    await again.run.keep();
    expect(made.kept()?.description).toBe("Many words");
  },
);

test("what another window wrote meanwhile is not written over, also after it was read", async () => {
  const made = vault();
  const here = await opened(made);
  here.write({ description: "From here" });
  const there = await opened(made);
  there.write({ description: "From there" });
  await there.run.keep();
  await here.run.read(record);
  here.write({ description: "More from here" });
  await here.run.keep();
  expect(here.state()).toMatchObject({ failure: "changedMeanwhile", form: { description: "More from here" } });
  expect(made.kept()?.description).toBe("From there");
});

test("what another window wrote is shown where nothing was typed", async () => {
  const made = vault();
  const here = await opened(made);
  const there = await opened(made);
  there.write({ description: "From there" });
  await there.run.keep();
  await here.run.read(record);
  expect(here.state().form.description).toBe("From there");
});

test("words typed while others are being stored stay, and can be kept after them", async () => {
  const made = vault();
  const { run, write, state } = await opened(made);
  write({ description: "First" });
  made.hold();
  const keeping = run.keep();
  write({ description: "First and more" });
  made.release();
  await keeping;
  expect(state()).toMatchObject({ isChanged: true, form: { description: "First and more" } });
  await run.keep();
  expect(made.kept()?.description).toBe("First and more");
});

test("notes that cannot be read are said to be so, and nothing is written over them", async () => {
  const made = vault();
  made.refuse("damaged");
  const { run } = await opened(made);
  expect(run.state).toBeNull();
  expect(await run.keep()).toBe(false);
  expect(made.world.putRemarks).not.toHaveBeenCalled();
});

test("any other item of the case can be linked, and the item itself cannot", async () => {
  const { run, state } = await opened(vault());
  expect(state().items).toBeNull();
  await run.listItems();
  expect(state().items?.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
});
