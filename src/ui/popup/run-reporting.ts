/** The popup's faces about reporting: which kind, what the form asks for, and the path where someone may be under 18. */
import type { PageView } from "@/src/messaging/protocol";
import type { ExhibitId } from "@/src/model/exhibit";
import type { ReportKind } from "@/src/model/note";
import { platformOf } from "@/src/model/platform";
import { outcome } from "./answers";
import type { Keeping, PopupState, ShownOnPage } from "./state";
import type { PopupWorld } from "./world";

interface Face {
  current(): PopupState | null;
  show(state: PopupState): void;
  /** `null` where the address is not known to us. */
  page(): ShownOnPage | null;
  /** The copy of the page that was kept just now. */
  kept(): ExhibitId | null;
  kind(): ReportKind;
  setKind(kind: ReportKind): void;
}

export interface ReportingRun {
  /** What a report is about, and what its form asks for. */
  openReporting(): void;
  chooseKind(kind: ReportKind): Promise<void>;
  openUnder18(): void;
  keepAddress(): Promise<void>;
  /** From those faces to the one before. */
  goBack(): void;
}

export function runReporting(world: PopupWorld, face: Face): ReportingRun {
  /** The faces that were left, to go back to. */
  const before: PopupState[] = [];
  let address: { of: string; keeping: Keeping } | null = null;
  const keepingOf = ({ address: of }: ShownOnPage) => (address?.of === of ? address.keeping : "asked");

  const enter = (make: (shown: ShownOnPage) => PopupState) => {
    const shown = face.page();
    const current = face.current();
    if (shown === null || current === null) return;
    before.push(current);
    face.show(make(shown));
  };
  /** What the user said of the page; where it is not remembered it is asked again: no reason to say anything. */
  const say = async (kind: ReportKind, of: string) => {
    face.setKind(kind);
    await world.writeReportKind(of, kind).catch(() => {});
  };
  /** The user may have gone on to another face meanwhile: that one stays, and says it when it is its turn. */
  const setKeeping = (of: string, keeping: Keeping) => {
    address = { of, keeping };
    const state = face.current();
    if (state !== null && "shown" in state && state.shown.address === of) face.show({ ...state, keeping });
  };

  return {
    openReporting: () =>
      enter((shown) => {
        const offer = world.reportFor(shown.address, face.kind());
        return { step: "reporting", kind: face.kind(), offer, shown, kept: face.kept(), keeping: keepingOf(shown) };
      }),
    async chooseKind(kind) {
      const state = face.current();
      if (state?.step !== "reporting") return;
      face.show({ ...state, kind, offer: world.reportFor(state.shown.address, kind) });
      await say(kind, state.shown.address);
    },
    openUnder18: () =>
      enter((shown) => {
        const offer = world.reportFor(shown.address, "under-18");
        return { step: "under18", offer, shown, kept: face.kept(), keeping: keepingOf(shown) };
      }),
    async keepAddress() {
      const state = face.current();
      if (state === null || !("shown" in state) || keepingOf(state.shown) === "going on") return;
      const { shown } = state;
      setKeeping(shown.address, "going on");
      await say("under-18", shown.address);
      setKeeping(shown.address, await outcome(world.keepAddress({ ...shown, why: "under-18-or-unsure" })));
    },
    goBack() {
      const state = face.current();
      const last = state !== null && "shown" in state ? before.pop() : undefined;
      if (last === undefined || state === null || !("shown" in state)) return;
      const { shown } = state;
      const kind = face.kind();
      if (last.step === "reporting") {
        return face.show({ ...last, kind, offer: world.reportFor(shown.address, kind), keeping: keepingOf(shown) });
      }
      const isUnder18 = last.step === "ready" ? { isUnder18: kind === "under-18" } : {};
      const report = "report" in last ? { report: world.reportFor(shown.address, kind) } : {};
      face.show({ ...last, ...report, ...isUnder18 } as PopupState);
    },
  };
}

/** The address as the browser has it, and what the page says of who posted and when. */
export function shownOn(address: string, page: PageView | null): ShownOnPage {
  const { handle = null, postedAtText = null, postedAt = null } = page?.facts ?? {};
  return { address, platform: platformOf(address), handle, posted: postedAtText ?? postedAt };
}
