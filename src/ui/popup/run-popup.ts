/** What happens in the popup, one face after another. The browser is behind `PopupWorld`, so that a test can be one. */
import type { PageView } from "@/src/messaging/protocol";
import { keepsLeast } from "@/src/model/case-line";
import type { ExhibitId } from "@/src/model/exhibit";
import type { LookFound } from "@/src/model/look";
import type { ReportKind } from "@/src/model/note";
import type { Wish } from "@/src/model/scope";
import type { Candidate } from "@/src/model/thread";
import { answered, outcome } from "./answers";
import { type Beside, type BesideRun, runBeside } from "./run-beside";
import { type ReportingRun, runReporting, shownOn } from "./run-reporting";
import { runSaving } from "./run-saving";
import type { Chosen, PopupState } from "./state";
import type { PopupWorld } from "./world";

export interface PopupActions extends ReportingRun {
  /** Looks at the page in front (again). */
  look(): Promise<void>;
  /** The answer to "Which one?". */
  choose(chosen: Chosen): Promise<void>;
  save(wish: Wish): Promise<void>;
  stop(): Promise<void>;
  putOfferAway(): Promise<void>;
  putFirstAway(): Promise<unknown>;
  /** Of the page in front, and nothing else of it. */
  keepAddressOnly(): Promise<void>;
  /** Opens a report form in a new tab. */
  openForm(url: string): Promise<void>;
  logSent: BesideRun["logSent"];
  /** Keeps dated proof of what was found where something was reported: the page as it is now, where it may be kept. */
  keepLook(found: LookFound["found"]): Promise<void>;
}

/** Starts with a capture that runs or ended unseen, else with the page in front. */
export function runPopup(
  world: PopupWorld,
  draw: (state: PopupState, beside: Beside) => void,
): PopupActions & { start(): Promise<void> } {
  let url = world.tabUrl;
  let posts: Candidate[] = [];
  let shown: PopupState | null = null;
  let seen: PageView | null = null;
  let kind: ReportKind = "intimate-picture";
  let kept: ExhibitId | null = null;
  let known: Known = { now: null, isFirst: false };
  const beside = runBeside(world, () => shown && draw(shown, beside.state));
  const show = (state: PopupState) => {
    shown = state;
    draw(state, beside.state);
  };
  const report = () => (url === null ? null : world.reportFor(url, kind));
  const readKind = async () => {
    if (url !== null) kind = (await world.readReportKind(url).catch(() => null)) ?? "intimate-picture";
  };

  const look = async () => {
    kept = null;
    show({ step: "looking" });
    // All before the page is shown: nothing changes place under a hand.
    const knows = Promise.all([lookAround(world), beside.read(url)]);
    const answer = await answered(world.inspect());
    const guessed = url;
    if (answer.ok) url = answer.value.url;
    await readKind();
    [known] = await knows;
    if (url !== guessed) await beside.read(url);
    if (!answer.ok) return show({ step: "cannotSave", failure: answer.failure, report: report() });
    posts = answer.value.candidates;
    ready(answer.value, null);
  };

  const tellCutOff = async () => {
    const wasCutOff = await world.wasCutOff().catch(() => false); // then the next popup asks again
    if (wasCutOff && (shown?.step === "ready" || shown?.step === "cannotSave")) show({ ...shown, wasCutOff });
  };

  const ready = (page: PageView, chosen: Chosen | null) => {
    seen = page;
    const { isPrivateWindow } = world;
    const isUnder18 = kind === "under-18" && { isUnder18: true };
    const own = { ...known, ...isUnder18, addressOnly: "asked" } as const;
    show({ step: "ready", page, posts, chosen, report: report(), isPrivateWindow, ...own });
  };

  const choose = async (chosen: Chosen) => {
    const answer = await answered(world.choosePost(chosen === "none" ? null : chosen));
    if (!answer.ok) return show({ step: "cannotSave", failure: answer.failure, report: report() });
    ready(answer.value, chosen);
  };

  const saving = runSaving(world, {
    current: () => shown,
    show,
    report,
    setKept: (exhibit) => {
      kept = exhibit;
    },
    look,
  });

  /** Of someone under 18, and where the page cannot be kept, only what was found and when. */
  const keepLook = async (found: LookFound["found"]) => {
    const proof = beside.proof(found);
    const canKeep = shown?.step === "ready" && !shown.isUnder18 && beside.state.here?.reported.isUnder18 === false;
    if (proof === null || !canKeep) return beside.note(found);
    const pictures = known.now && keepsLeast(known.now.about) ? "covered" : "as shown";
    await saving.save({ pictures, scope: null }, proof);
  };

  const keepAddressOnly = async () => {
    if (shown?.step !== "ready" || shown.addressOnly === "going on" || url === null) return;
    show({ ...shown, addressOnly: "going on" });
    const addressOnly = await outcome(world.keepAddress({ ...shownOn(url, seen), why: "came-across" }));
    if (shown?.step === "ready") show({ ...shown, addressOnly });
  };

  const openForm = async (form: string) => {
    const about = shown?.step === "under18" ? "under-18" : kind;
    if (url !== null) await world.openForm(form, { address: url, kind: about, exhibit: kept });
    await beside.read(url);
  };

  const start = async () => {
    world.watchJob((job) => void saving.follow(job));
    const job = await world.readJob();
    if (job !== null) {
      await readKind();
      await beside.read(url);
      if (shown === null) await saving.follow(job); // otherwise something newer was told meanwhile
      return;
    }
    await look();
    await tellCutOff();
  };

  const reporting = runReporting(world, {
    current: () => shown,
    show,
    page: () => (url === null ? null : shownOn(url, seen)),
    kept: () => kept,
    kind: () => kind,
    setKind: (next) => {
      kind = next;
    },
  });
  return {
    start,
    look,
    choose,
    save: (wish) => saving.save(wish),
    stop: saving.stop,
    putOfferAway: saving.putOfferAway,
    putFirstAway: world.putFirstAway,
    openForm,
    keepLook,
    keepAddressOnly,
    logSent: beside.logSent,
    ...reporting,
  };
}

type Known = Pick<Extract<PopupState, { step: "ready" }>, "now" | "isFirst">;

/** What is known beside the page. Where it cannot be read, the popup is as it usually is. */
async function lookAround(world: PopupWorld): Promise<Known> {
  const [now, isFirst] = await Promise.all([world.caseNow().catch(() => null), world.isFirst().catch(() => false)]);
  return { now, isFirst };
}
