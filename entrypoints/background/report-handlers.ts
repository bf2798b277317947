/** The background's part in reporting: addresses and reports that are kept also while locked, and later looks at them. */

import type { SentReport } from "@/src/messaging/protocol";
import type { Handlers } from "@/src/messaging/serve";
import { VaultError } from "@/src/model/errors";
import type { ExhibitId } from "@/src/model/exhibit";
import type { ReportNote } from "@/src/model/note";
import { keepAddressOnly } from "@/src/vault/address-only";
import type { CaptureAct } from "@/src/vault/ledger";
import { ensureMeta } from "@/src/vault/meta";
import type { OpenVault } from "@/src/vault/open";
import { IdbReader } from "@/src/vault/reader";
import { reportedHere } from "@/src/vault/reported-here";
import { keepLook, keepNote } from "@/src/vault/waiting-notes";
import { answer } from "./vault-handlers";

type ReportMessage = "address.keep" | "report.log" | "report.here" | "report.look" | "exhibit.addressOnly";

export function reportHandlers(opened: () => Promise<OpenVault>, act: () => CaptureAct): Pick<Handlers, ReportMessage> {
  return {
    "address.keep": (body) =>
      answer(async () => {
        const vault = await opened();
        const { defaultCase: caseId } = await ensureMeta(vault.db);
        await keepNote(vault, { caseId, kind: "address", body, replaces: null }, act());
        return null;
      }),
    "report.log": (sent) =>
      answer(async () => {
        const vault = await opened();
        const { defaultCase: caseId } = await ensureMeta(vault.db);
        const now = act();
        const exhibit = sent.exhibit ?? (await newestOf(vault, sent.address));
        await keepNote(vault, { caseId, kind: "report", body: reportOf(sent, exhibit, now), replaces: null }, now);
        return null;
      }),
    "report.here": ({ url, report }) =>
      answer(async () => {
        const { db, access } = await opened();
        return reportedHere(new IdbReader(db, access), url, report);
      }),
    "report.look": (look) => answer(async () => keepLook(await opened(), look, act()).then(() => null)),
    "exhibit.addressOnly": ({ item }) =>
      answer(async () => keepAddressOnly(await opened(), item, act()).then(() => null)),
  };
}

/** As it is when the user says that it was sent: everything else can be added later. */
function reportOf(
  { kind, destination, to, address }: SentReport,
  exhibit: ExhibitId | null,
  act: CaptureAct,
): ReportNote {
  return {
    ...{ kind, destination, to, route: "form", address, exhibits: exhibit === null ? [] : [exhibit] },
    ...{ sentUtc: act.utc, tz: act.tz, by: "", reference: "", due: null, answer: null },
    ...{ outcome: null, looks: [], words: "" },
  };
}

/** The item of this address that was kept last; while locked it is not known, and the user can add it later. */
async function newestOf({ db, access }: OpenVault, address: string): Promise<ExhibitId | null> {
  try {
    const { summaries } = await new IdbReader(db, access).summaries();
    return summaries.find(({ url }) => url === address)?.id ?? null;
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}
