/** The background's part in keeping a page: puts capture and vault together. */

import type { Jobs } from "@/src/capture/jobs";
import { keepTab } from "@/src/capture/keep-tab";
import { t } from "@/src/i18n/t";
import type { CustodyAct } from "@/src/model/custody";
import type { ExhibitId, ExhibitRecord, UnnumberedRecord } from "@/src/model/exhibit";
import type { JobState, LookKept, Order } from "@/src/model/job";
import type { Wish } from "@/src/model/scope";
import { deviceClock } from "@/src/platform/clock";
import { isPageCaptureAllowed, pageAsMhtml } from "@/src/platform/page-capture";
import { readScreens } from "@/src/platform/preferences";
import { takeSeen } from "@/src/platform/session-store";
import { ensureMeta } from "@/src/vault/meta";
import type { OpenVault } from "@/src/vault/open";
import { IdbReader } from "@/src/vault/reader";
import { ExhibitWriter } from "@/src/vault/seal";
import { keepLook } from "@/src/vault/waiting-notes";
import { stampSaved } from "./stamping";

export type Work = Parameters<Jobs["start"]>[1];
type SavedState = Extract<JobState, { step: "saved" }>;
type Act = () => Pick<CustodyAct, "utc" | "tz" | "actor" | "app">;

/** Firefox photographs any part of a page; Chromium only what is in view. */
const METHOD = import.meta.env.FIREFOX ? "page-parts" : "window";

/** To capture the page that was looked at last, and no other. */
export async function newOrder(tabId: number, wish: Wish): Promise<Order> {
  return { tabId, ...wish, subject: await takeSeen(tabId), interruptions: [], draft: null };
}

export const carryOut =
  (vault: OpenVault, order: Order, act: Act): Work =>
  async (signal, onProgress) =>
    keepTab(order, {
      ...((await isPageCaptureAllowed()) && { giveMhtml: pageAsMhtml }),
      signal,
      onProgress,
      clock: deviceClock,
      method: METHOD,
      limitScreens: await readScreens(),
      labels: { picture: t("redrawnNoPicture"), frame: t("redrawnNoFrame") },
      begin: async () => {
        const writer = await ExhibitWriter.begin(vault);
        return {
          id: writer.id,
          file: (about) => writer.file(about),
          abandon: () => writer.abandon(),
          seal: async (record) => {
            // Asked now: a copy that was put back meanwhile brought its own case.
            const { defaultCase } = await ensureMeta(vault.db);
            const sealed = await writer.seal(defaultCase, record, act());
            if ("exhibit" in sealed) void stampSaved(vault, sealed, act);
            return {
              ...savedAs(sealed),
              ...(sealed.caseId !== defaultCase && { wentElsewhere: true }),
              ...(await keptAsProof(vault, order, sealed.id, act)),
            };
          },
        };
      },
    });

/** A record has no number yet where it was saved while locked. */
const savedAs = (sealed: ExhibitRecord | UnnumberedRecord): SavedState => ({
  step: "saved",
  exhibitId: sealed.id,
  exhibit: "exhibit" in sealed ? sealed.exhibit : null,
  missing: sealed.missing,
});

/** Puts it beside the reports it is proof for. It is kept whether that can be written or not. */
async function keptAsProof(
  vault: OpenVault,
  { look }: Order,
  exhibit: ExhibitId,
  act: Act,
): Promise<{ look?: LookKept }> {
  if (look === undefined) return {};
  const kept = keepLook(vault, { ...look, exhibit }, act()).then(
    () => "kept" as const,
    (cause: unknown) => {
      console.warn("not put beside its report:", cause);
      return "notKept" as const;
    },
  );
  return { look: await kept };
}

/** How an exhibit ended that was sealed after all; `null` where it was not. Its number is not told while locked. */
export async function savedState(vault: OpenVault, id: ExhibitId, order: Order, act: Act): Promise<JobState | null> {
  const { db, access } = vault;
  const isThere = (await db.getKey("exhibits", id)) ?? (await db.getKeyFromIndex("pending", "id", id));
  if (isThere === undefined) return null;
  const record = await new IdbReader(db, access).record(id).catch(() => null);
  const state: SavedState = record ? savedAs(record) : { step: "saved", exhibitId: id, exhibit: null, missing: [] };
  return { ...state, ...(await keptAsProof(vault, order, id, act)) };
}
