/** Which reports are about an address. */
import type { ReportedHere, ReportPlace } from "@/src/model/look";
import type { Note } from "@/src/model/note";
import type { VaultReader } from "./read";

type Report = Note<"report">;

/**
 * @param url Where the browser is now.
 * @param opened The report that the page was opened from, if it was: the page may have sent the browser on since.
 * @returns `null` where there is none. @throws {VaultError} `locked`
 */
export async function reportedHere(
  reader: Pick<VaultReader, "cases" | "notes">,
  url: string,
  opened: ReportPlace | null,
): Promise<ReportedHere | null> {
  const { ids } = await reader.cases();
  const notes = (await Promise.all(ids.map((id) => reader.notes(id)))).flatMap((each) => each.notes);
  const all = notes.filter((note): note is Report => note.kind === "report");
  const from = all.find(({ caseId, id }) => caseId === opened?.caseId && id === opened.id);
  const address = from !== undefined && isSameSite(from.body.address, url) ? from.body.address : url;
  const about = all.filter(({ body }) => hrefOf(body.address) === hrefOf(address));
  return about.length === 0 ? null : hereOf(about);
}

function hereOf(about: Report[]): ReportedHere {
  const reports = about.toSorted((one, other) => (one.body.sentUtc < other.body.sentUtc ? -1 : 1));
  const { address, sentUtc, tz } = reports[0]!.body;
  return {
    ...{ address, sentUtc, tz },
    reports: reports.map(({ caseId, id }) => ({ caseId, id })),
    to: reports.map(({ body }) => body.to),
    isUnder18: reports.some(({ body }) => body.kind === "under-18"),
  };
}

const hrefOf = (address: string): string => URL.parse(address)?.href ?? address;

function isSameSite(one: string, other: string): boolean {
  const host = URL.parse(one)?.host;
  return host !== undefined && host !== "" && host === URL.parse(other)?.host;
}
