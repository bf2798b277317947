/** The background's part in what the user writes: the only writer of notes, remarks and cases. */
import type { Handlers } from "@/src/messaging/serve";
import { beginCase, caseNow, chooseCase } from "@/src/vault/case-choice";
import type { CaptureAct } from "@/src/vault/ledger";
import { leaveDamagedCase } from "@/src/vault/left-cases";
import { putNote, removeNote } from "@/src/vault/notes";
import type { OpenVault } from "@/src/vault/open";
import { putRemarks } from "@/src/vault/remarks";
import { answer } from "./vault-handlers";

type NoteMessage =
  | "exhibit.remark"
  | "note.put"
  | "note.remove"
  | "case.begin"
  | "case.choose"
  | "case.now"
  | "case.leave";

export function noteHandlers(opened: () => Promise<OpenVault>, act: () => CaptureAct): Pick<Handlers, NoteMessage> {
  return {
    "exhibit.remark": (draft) => answer(async () => putRemarks(await opened(), draft, act())),
    "note.put": (draft) => answer(async () => putNote(await opened(), draft, act())),
    "note.remove": ({ caseId, note }) =>
      answer(async () => removeNote(await opened(), caseId, note, act()).then(() => null)),
    "case.begin": ({ about }) => answer(async () => beginCase(await opened(), about, act())),
    "case.choose": ({ caseId }) => answer(async () => chooseCase(await opened(), caseId).then(() => null)),
    "case.now": () => answer(async () => caseNow(await opened())),
    "case.leave": ({ caseId }) => answer(async () => leaveDamagedCase(await opened(), caseId).then(() => null)),
  };
}
