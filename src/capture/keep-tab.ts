/**
 * One order of the user, carried out to its end. What comes between is decided here: the capture is begun anew where the
 * page or its window moved under it, a few times; the last time it is taken as it comes, and that is said. Where no
 * photograph can be had, the page is drawn again.
 */
import { CaptureError } from "@/src/model/errors";
import type { ExhibitId, PageDraft } from "@/src/model/exhibit";
import { isSameSubject, type JobState, type Order, type Subject } from "@/src/model/job";
import type { Interruption } from "@/src/model/page-acts";
import { writeOrder } from "@/src/platform/session-store";
import { PageMoved } from "./camera";
import { type CaptureTools, captureTab } from "./capture-tab";
import { PageShifted } from "./incomplete";
import { NoPhotograph } from "./redraw-page";
import type { ExhibitSink } from "./store";

/** How often a capture is begun before it is taken as it comes. */
const BEGINS = 3;

/** An exhibit being written. */
export interface Draft extends ExhibitSink {
  id: ExhibitId;
  seal(record: PageDraft): Promise<JobState>;
  abandon(): Promise<void>;
}

export interface KeepTools
  extends Omit<CaptureTools, "sink" | "isFirst" | "hasShifted" | "isLast" | "wish" | "onSubject" | "redraw"> {
  begin(): Promise<Draft>;
}

/** @returns How it ended. @throws {CaptureError} or what writing threw; nothing was kept then. */
export async function keepTab(first: Order, tools: KeepTools): Promise<JobState> {
  let redraw: NoPhotograph | undefined;
  // However often it is begun, and also where no page was looked at before.
  let { subject } = first;
  const onSubject = (seen: Subject) => {
    if (subject && !isSameSubject(subject, seen)) throw new CaptureError("pageChanged");
    subject = seen;
  };
  for (let order = first; ; ) {
    try {
      return await keepOnce(order, redraw ? { ...tools, redraw } : tools, onSubject);
    } catch (error) {
      if (error instanceof NoPhotograph) {
        redraw = error;
        continue;
      }
      const what = whyAnew(error);
      if (what === null || isLastBegin(order)) throw error;
      order = interrupted(order, { what, utc: tools.clock.now() });
    }
  }
}

export const isLastBegin = ({ interruptions }: Order): boolean => interruptions.length + 1 >= BEGINS;

export function interrupted(order: Order, interruption: Interruption): Order {
  return { ...order, draft: null, interruptions: [...order.interruptions, interruption] };
}

/** @param requireSame Told which page it is; throws where it is another than before. */
async function keepOnce(
  given: Order,
  tools: KeepTools & Pick<CaptureTools, "redraw">,
  requireSame: (subject: Subject) => void,
): Promise<JobState> {
  const draft = await tools.begin();
  let order = { ...given, draft: draft.id };
  await writeOrder(order);
  const onProgress = (state: JobState) => tools.onProgress(told(state, order));
  const onSubject = async (subject: Subject) => {
    requireSame(subject);
    order = { ...order, subject };
    await writeOrder(order);
  };
  try {
    const { pictures, scope, interruptions } = order;
    const wish = { pictures, scope };
    const hasShifted = interruptions.some(({ what }) => what === "pageShifted");
    const begins = { isFirst: interruptions.length === 0, hasShifted, isLast: isLastBegin(order) };
    const record = await captureTab(order.tabId, { ...tools, sink: draft, onProgress, wish, ...begins, onSubject });
    return await draft.seal(interruptions.length > 0 ? { ...record, interruptions } : record);
  } catch (error) {
    await draft.abandon();
    throw error;
  }
}

function told(state: JobState, { interruptions }: Order): JobState {
  const again = interruptions.at(-1)?.what;
  const shows = state.step === "preparing" || state.step === "capturing" || state.step === "paused";
  return shows && again ? { ...state, again } : state;
}

function whyAnew(error: unknown): Interruption["what"] | null {
  if (error instanceof PageShifted || error instanceof PageMoved) return "pageShifted";
  return error instanceof CaptureError && error.code === "pageResized" ? "windowResized" : null;
}
