/**
 * Covering: every picture of a page is opaque before the first photograph and until the last. The covers are style
 * sheets that only the browser and we can take off; the page side tells whether they hold. Where that is not certain,
 * nothing is photographed.
 */
import { type CoverState, WIDER_COVERS, type WiderCover } from "@/src/messaging/page-side";
import { CaptureError } from "@/src/model/errors";
import { browser } from "@/src/platform/browser";
import { type CoveredTab, coveredTabs, forgetCovered, rememberCovered } from "@/src/platform/session-store";
import { type CoverSheet, coverSheet } from "./cover-sheets";
import type { PageLink } from "./page-link";

/** Looks before it is given up: one for each wider cover, and some for a page that is busy changing. */
const LOOKS = 6;

export class Cover {
  readonly #wider = new Set<WiderCover>();
  #isOn = true;
  /** Elements with something pictorial in them, as many as were seen at once. */
  covered = 0;

  private constructor(
    private readonly link: PageLink,
    private readonly on: CoveredTab,
  ) {}

  /**
   * @param hasSwitch The page side can take the covers off by itself: needed where the browser leaves them on the page
   * when the extension is taken away.
   * @throws {CaptureError} `picturesNotCovered`; the page is as it was then.
   */
  static async begin(link: PageLink, hasSwitch: boolean): Promise<Cover> {
    const on = { tabId: link.tabId, switchName: hasSwitch ? randomName() : null };
    await rememberCovered(on);
    const cover = new Cover(link, on);
    try {
      await cover.#look(); // counts and reads what the covers would hide from it
      await insert(on, "still");
      await insert(on, "covers");
      await cover.hold();
      return cover;
    } catch (error) {
      await cover.end();
      throw error;
    }
  }

  /** Waits until every picture is covered and drawn so. @throws {CaptureError} `picturesNotCovered` */
  async hold(): Promise<void> {
    for (let look = 0; look < LOOKS; look += 1) {
      const { holds, needs } = await this.#look();
      const fresh = needs.filter((need) => !this.#wider.has(need));
      for (const need of fresh) await insert(this.on, need);
      for (const need of fresh) this.#wider.add(need);
      if (holds && needs.length === 0) return;
    }
    throw new CaptureError("picturesNotCovered");
  }

  /** Whether every picture is covered now, and was since the last look as far as the page side saw. */
  async isHolding(): Promise<boolean> {
    const { holds, needs } = await this.#look();
    return holds && needs.length === 0;
  }

  /** Uncovers the page. May be called more than once; where the page is gone there is nothing to uncover. */
  async end(): Promise<void> {
    if (!this.#isOn) return;
    this.#isOn = false;
    await takeOff(this.on);
  }

  async #look(): Promise<CoverState> {
    const state = await this.link.ask("cover", { wide: [...this.#wider], switchName: this.on.switchName });
    this.covered = Math.max(this.covered, state.covered);
    return state;
  }
}

/** Uncovers what a background that was stopped left covered. Only call while no capture runs. */
export async function uncoverStale(): Promise<void> {
  for (const on of await coveredTabs()) await takeOff(on);
}

async function takeOff(on: CoveredTab): Promise<void> {
  // Twice: the second time, the page's own transitions are still off while it takes its old looks again.
  const settle = () => browser.tabs.sendMessage(on.tabId, { tidemark: "uncover" }, { frameId: 0 }).catch(() => {});
  await settle();
  await remove(on, "covers");
  for (const need of WIDER_COVERS) await remove(on, need);
  await settle();
  await remove(on, "still");
  await forgetCovered(on.tabId);
}

/** 128 random bits, as a name that CSS takes. */
const randomName = () => `c${crypto.getRandomValues(new Uint8Array(16)).toHex()}`;

const onTop = ({ tabId, switchName }: CoveredTab, sheet: CoverSheet) =>
  ({ target: { tabId }, origin: "USER", css: coverSheet(sheet, switchName) }) as const;

async function insert(on: CoveredTab, sheet: CoverSheet): Promise<void> {
  await browser.scripting.insertCSS(onTop(on, sheet)).catch((cause) => {
    throw new CaptureError("picturesNotCovered", { cause });
  });
}

async function remove(on: CoveredTab, sheet: CoverSheet): Promise<void> {
  // Refused where the tab is closed or shows another document; our sheets went with the old one.
  await browser.scripting.removeCSS(onTop(on, sheet)).catch(() => {});
}
