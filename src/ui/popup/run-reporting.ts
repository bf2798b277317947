/** The popup's faces about reporting: which kind, what the form asks for, and the path where someone may be under 18. */
import type { PageView } from "@/src/messaging/protocol";
import type { AddressNote, ReportKind } from "@/src/model/note";
import { platformOf } from "@/src/model/platform";
import type { PopupActions, PopupWorld } from "./run-popup";
import type { AddressKeeping, PopupState, ShownOnPage } from "./state";

interface Face {
  current(): PopupState | null;
  show(state: PopupState): void;
  /** `null` where the address is not known to us. */
  page(): ShownOnPage | null;
  kind(): ReportKind;
  setKind(kind: ReportKind): void;
}

type Reporting = Pick<
  PopupActions,
  "openReporting" | "chooseKind" | "openUnder18" | "keepAddress" | "keepAddressOnly" | "goBack"
>;

export function runReporting(world: PopupWorld, face: Face): Reporting {
  let before: PopupState | null = null;
  const enter = (make: (shown: ShownOnPage) => PopupState) => {
    const shown = face.page();
    if (shown === null) return;
    before = face.current();
    face.show(make(shown));
  };
  const keep = async (shown: ShownOnPage, why: AddressNote["why"]): Promise<AddressKeeping> => {
    const failed = { ok: false, failure: "cannotOpen" } as const;
    const kept = await world.keepAddress({ ...shown, why }).catch(() => failed);
    return kept.ok ? "kept" : { failure: kept.failure };
  };
  return {
    openReporting: () =>
      enter((shown) => {
        const offer = world.reportFor(shown.address, face.kind());
        return { step: "reporting", kind: face.kind(), offer, shown, isKept: face.current()?.step === "saved" };
      }),
    async chooseKind(kind) {
      const state = face.current();
      if (state?.step !== "reporting") return;
      face.setKind(kind);
      face.show({ ...state, kind, offer: world.reportFor(state.shown.address, kind) });
      // Where it is not remembered it is asked again: no reason to say anything.
      await world.writeReportKind(state.shown.address, kind).catch(() => {});
    },
    openUnder18: () =>
      enter((shown) => ({
        step: "under18",
        offer: world.reportFor(shown.address, "under-18"),
        shown,
        keeping: "asked",
      })),
    async keepAddress() {
      const state = face.current();
      if (state?.step !== "under18") return;
      face.show({ ...state, keeping: "going on" });
      face.show({ ...state, keeping: await keep(state.shown, "under-18-or-unsure") });
    },
    async keepAddressOnly() {
      const state = face.current();
      const shown = face.page();
      if (state?.step !== "ready" || shown === null) return;
      face.show({ ...state, addressOnly: "going on" });
      const addressOnly = await keep(shown, "came-across");
      const now = face.current();
      if (now?.step === "ready") face.show({ ...now, addressOnly });
    },
    goBack() {
      const state = face.current();
      if (before === null || (state?.step !== "reporting" && state?.step !== "under18")) return;
      const report = "report" in before ? { report: world.reportFor(state.shown.address, face.kind()) } : {};
      face.show({ ...before, ...report } as PopupState);
    },
  };
}

/** The address as the browser has it, and what the page says of who posted and when. */
export function shownOn(address: string, page: PageView | null): ShownOnPage {
  const { handle = null, postedAtText = null, postedAt = null } = page?.facts ?? {};
  return { address, platform: platformOf(address), handle, posted: postedAtText ?? postedAt };
}
