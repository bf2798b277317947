/**
 * A later look at what was reported: whether it was still there, and the exhibit that shows it. It is written beside each
 * report it is about, and the exhibit is linked to the first one of them.
 */
import type { CustodyAct } from "@/src/model/custody";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { LookDraft, ReportPlace } from "@/src/model/look";
import type { Note, ReportNote } from "@/src/model/note";
import { MAX_LISTED } from "@/src/model/note-limits";
import type { ExhibitLink } from "@/src/model/remarks";
import type { KeyRing } from "./data-keys";
import type { CaptureAct } from "./ledger";
import { openNote, writeNote } from "./notes";
import type { OpenVault } from "./open";
import { linkExhibit } from "./remarks";

/**
 * The caller holds `LOG_LOCK`. Done again, it writes what is not there yet. A report that was deleted meanwhile is left out.
 * @param detail What the log entries say beside the usual
 * @throws {VaultError} `damaged`, `full` and others
 */
export async function writeLook(
  vault: OpenVault,
  keys: KeyRing,
  { reports, found, exhibit }: LookDraft,
  act: CaptureAct,
  detail: CustodyAct["detail"] = {},
): Promise<void> {
  const notes = (await Promise.all(reports.map((place) => reportAt(vault, keys, place)))).filter(
    (note) => note !== null,
  );
  const first = notes.flatMap(({ body }) => body.exhibits).find((id) => id !== exhibit);
  // Before the looks are written: they say what came before this one.
  const rel = found === "up" && notes.some(({ body }) => wasGone(body)) ? "same-item" : "look-of";
  if (exhibit !== null && first !== undefined) await link(vault, keys, exhibit, { rel, item: first }, act);
  for (const note of notes) {
    const { id, caseId, revision, body } = note;
    if (exhibit !== null && body.looks.some((look) => look.exhibit === exhibit)) continue;
    if (body.looks.length >= MAX_LISTED) throw new VaultError("full");
    const looks = [...body.looks, { utc: act.utc, found, exhibit }];
    const draft = { caseId, kind: "report", body: { ...body, looks }, replaces: { id, revision } } as const;
    await writeNote(vault, keys, draft, act, { detail });
  }
}

/** Whether it had been found gone, or was said to be removed: then it has come back. */
function wasGone({ outcome, looks }: Pick<ReportNote, "outcome" | "looks">): boolean {
  return outcome === "removed" || looks.at(-1)?.found === "gone";
}

async function reportAt({ db }: OpenVault, keys: KeyRing, { caseId, id }: ReportPlace): Promise<Note<"report"> | null> {
  const row = await db.get("notes", [caseId, id]);
  const note = row && (await openNote(keys, row));
  return note?.kind === "report" ? note : null;
}

/** Not where the exhibit was deleted meanwhile. */
async function link(
  vault: OpenVault,
  keys: KeyRing,
  exhibit: ExhibitId,
  to: ExhibitLink,
  act: CaptureAct,
): Promise<void> {
  await linkExhibit(vault, keys, exhibit, to, act).catch((error: unknown) => {
    if (!(error instanceof VaultError && error.code === "notFound")) throw error;
  });
}
