import { expect, test } from "vitest";
import { eventOf, formOf } from "@/src/ui/library/account/form-values";
import { runAccount } from "@/src/ui/library/account/run-account";
import { madeUpEvent, openedList } from "@/tests/support/events";

const account = (notes = [madeUpEvent()]) => openedList(runAccount, notes);

test("an event that is written stands among the others by its date", async () => {
  const { run, read } = await account();
  run.write(null);
  run.type({
    ...read().writing!.form,
    what: "Before that, a letter",
    from: "2020-02-03T10:00",
    witnesses: "Sam\n\n Kim ",
  });
  await run.keep();
  expect(read()).toMatchObject({ writing: null, said: "kept" });
  expect(read().events.map(({ body }) => body.what)).toEqual([
    "Before that, a letter",
    "A note on the door about the garden plan",
  ]);
  expect(read().events[0]!.body).toMatchObject({
    time: { kind: "exact", utc: "2020-02-03T02:00:00.000Z", zone: "Asia/Hong_Kong" },
    witnesses: ["Sam", "Kim"],
  });
});

test("what was typed stays when it could not be kept, and when another section was opened meanwhile", async () => {
  const { run, read, refuse, kept } = await account([]);
  run.write(null);
  run.type({ ...read().writing!.form, what: "Many words", timeKind: "unknown" });
  refuse("full");
  await run.keep();
  expect(read().writing).toMatchObject({ failure: "full", isBusy: false, form: { what: "Many words" } });
  await run.open();
  expect(read().writing).toMatchObject({ form: { what: "Many words" } });
  refuse(null);
  await run.keep();
  expect(kept).toHaveLength(1);
});

test("changing an event replaces it; taking it away removes it", async () => {
  const { run, read, kept } = await account();
  const [event] = read().events;
  run.write(event!);
  run.type({ ...read().writing!.form, what: "Other words" });
  await run.keep();
  expect(kept.map(({ id, body }) => [id, body])).toEqual([[event!.id, { ...event!.body, what: "Other words" }]]);
  await run.remove(read().events[0]!);
  expect(read()).toMatchObject({ events: [], said: "removed" });
});

test("a form that lacks something says what, and is not sent", async () => {
  const { run, read, kept } = await account([]);
  run.write(null);
  const { form } = read().writing!;
  expect(eventOf(form)).toEqual({ problem: "noWords" });
  expect(eventOf({ ...form, what: "x" })).toEqual({ problem: "noTime" });
  const range = { ...form, what: "x", timeKind: "range", from: "2026-02-03T10:00" } as const;
  expect(eventOf(range)).toEqual({ problem: "noUntil" });
  expect(eventOf({ ...range, until: "2026-02-03T09:00" })).toEqual({ problem: "untilBefore" });
  await run.keep();
  expect(kept).toEqual([]);
  expect(read().writing).toMatchObject({ problem: "noWords", isBusy: false });
});

test("what a form makes of an event makes the same event again", () => {
  for (const event of [
    madeUpEvent({ witnesses: ["Sam", "Kim"], did: "Hung up" }),
    madeUpEvent({ time: { kind: "unknown", words: "long ago" } }),
    madeUpEvent({
      time: { kind: "about", utc: "2026-11-02T06:05:00.000Z" as never, zone: "Asia/Tokyo", words: "noon" },
    }),
    madeUpEvent({
      time: {
        kind: "range",
        utc: "2026-11-02T06:05:00.000Z" as never,
        untilUtc: "2026-11-03T06:05:00.000Z" as never,
        zone: "UTC",
      },
    }),
  ]) {
    expect(eventOf(formOf(event.body, "UTC"))).toEqual({ body: event.body });
  }
});
