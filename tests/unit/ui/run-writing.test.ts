import { expect, test } from "vitest";
import { runAccount } from "@/src/ui/library/account/run-account";
import { madeUpEvent, openedList } from "@/tests/support/events";

/** Its storing goes on until it is let go. */
async function slow() {
  const list = await openedList(runAccount);
  const { putNote } = list.world;
  const stored = Promise.withResolvers<void>();
  list.world.putNote = async (draft) => {
    await stored.promise;
    return putNote(draft);
  };
  const type = (what: string) => list.run.type({ ...list.read().writing!.form, what, timeKind: "unknown" });
  list.run.write(null);
  type("First words");
  return { ...list, type, letGo: stored.resolve };
}

test("words typed while a note is being stored stay in its form, and then replace what was stored", async () => {
  const { run, read, kept, type, letGo } = await slow();
  const keeping = run.keep();
  type("First words, and more");
  letGo();
  await keeping;
  expect(kept.map(({ body }) => body)).toMatchObject([{ what: "First words" }]);
  expect(read().writing).toMatchObject({ entry: { id: kept[0]!.id }, form: { what: "First words, and more" } });
  await run.keep();
  expect(kept.map(({ body }) => body)).toMatchObject([{ what: "First words, and more" }]);
  expect(read().writing).toBeNull();
});

test("a form that was put away while its note was being stored stays away, and another one is left as it is", async () => {
  const { run, read, kept, letGo } = await slow();
  const keeping = run.keep();
  run.putAway();
  run.write(null);
  letGo();
  await keeping;
  expect(kept).toHaveLength(1);
  expect(read().writing).toMatchObject({ entry: null, isBusy: false, form: { what: "" } });
});

test("where the list cannot be read again after a note was stored, that is said: no list of before is shown", async () => {
  const { run, read, last, kept, loseReading } = await openedList(runAccount, [madeUpEvent()]);
  run.write(null);
  run.type({ ...read().writing!.form, what: "More", timeKind: "unknown" });
  loseReading("damaged");
  await run.keep();
  expect(kept).toHaveLength(2);
  expect(last()).toEqual({ step: "failed", failure: "damaged" });
  loseReading(null);
  await run.open();
  expect(read()).toMatchObject({ writing: null });
  expect(read().events).toHaveLength(2);
});
