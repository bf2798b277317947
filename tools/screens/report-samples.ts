/** Made-up reports, as screens and pictures show them. */
import type { CaseId, ExhibitId } from "@/src/model/exhibit";
import { utcInstant } from "@/src/model/instant";
import type { NoteId, ReportNote } from "@/src/model/note";
import { emptyReport, TAKE_IT_DOWN } from "@/src/ui/library/reports/form-values";
import type { AddressEntry, ReportEntry, ReportsState } from "@/src/ui/library/reports/state";
import { items, URL_OF_POST } from "./samples";

const ZONE = "Asia/Hong_Kong";
const NOW = Date.UTC(2026, 10, 21, 3);
const HOUR_MS = 3_600_000;

const written = (n: number) => ({
  id: `9c2a0f6e-0000-4000-8000-00000000000${n}` as NoteId,
  caseId: "6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10" as CaseId,
  writtenUtc: utcInstant(NOW - n * HOUR_MS),
  changedUtc: utcInstant(NOW - n * HOUR_MS),
  tz: ZONE,
  revision: `8d1b0f6e-0000-4000-8000-00000000000${n}`,
});

const report = (n: number, body: Partial<ReportNote>): ReportEntry => ({
  ...written(n),
  kind: "report",
  body: {
    kind: "impersonation",
    destination: null,
    to: "Bluesky",
    route: "form",
    address: URL_OF_POST,
    exhibits: items.slice(0, 1).map(({ id }) => id),
    sentUtc: utcInstant(NOW - n * HOUR_MS),
    tz: ZONE,
    by: "",
    reference: "",
    due: null,
    answer: null,
    outcome: null,
    looks: [],
    words: "",
    ...body,
  },
});

const hours = (after: number) => utcInstant(NOW + after * HOUR_MS);
const address: AddressEntry = {
  ...written(9),
  kind: "address",
  body: {
    address: `${URL_OF_POST}/7`,
    platform: "bluesky",
    handle: "river.walks",
    posted: "2 Nov",
    why: "under-18-or-unsure",
  },
};

const read = {
  step: "read",
  reports: [
    report(1, { reference: "RW-20931", due: { utc: hours(17), source: TAKE_IT_DOWN } }),
    report(3, { to: "A host", route: "email", due: { utc: hours(-2), source: "their answer by e-mail" } }),
    report(6, {
      to: "The drawing club",
      route: "in-person",
      outcome: "removed",
      answer: { utc: hours(-1), words: "It was taken down on Friday." },
      looks: [{ utc: hours(-1), found: "gone", exhibit: items[0]!.id }],
    }),
  ],
  damaged: 0,
  addresses: [address],
  items,
  filter: "all",
  now: NOW,
  writing: null,
  said: null,
} as const satisfies ReportsState;

export const reports: Record<string, ReportsState> = {
  reports: read,
  "reports-kept-again": {
    ...read,
    damaged: 1,
    said: "begun",
    reports: [report(9, { sentUtc: utcInstant(0), address: items[1]!.url, exhibits: [items[2]!.id] })],
    items: [
      items[0]!,
      items[1]!,
      { ...items[2]!, remarks: { description: "", tags: [], words: "" } },
      {
        ...items[2]!,
        id: "5b0b7c1e-3d5a-4f6e-9b8c-7d6e5f4a3b2c" as ExhibitId,
        exhibit: 9,
        remarks: { description: "", tags: [], words: "", links: [{ rel: "same-item", item: items[2]!.id }] },
      },
    ],
  },
  "reports-empty": { ...read, reports: [], addresses: [] },
  "reports-writing": {
    ...read,
    reports: [],
    addresses: [],
    writing: {
      entry: null,
      problem: null,
      form: { ...emptyReport(hours(0), ZONE), due: "day" },
      isBusy: false,
      failure: "full",
    },
  },
};
