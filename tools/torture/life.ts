/**
 * One profile through several kills: something is begun, the browser is killed, it is started again on the same profile,
 * and what is there is compared with what was told.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { BundleFile } from "../bundle-file";
import { checkBundle } from "../check-bundle";
import { drive } from "../drive/drive";
import type { Driven } from "../drive/driven";
import { handOver } from "../drive/journey";
import type { View } from "../drive/view";
import { ACTS, type Stage } from "./acts";
import { killBrowser } from "./kill";
import type { Known } from "./known";
import { lookAt } from "./look";
import type { Kind, Pace, Plan } from "./plan";
import type { Profiles } from "./profiles";

export interface Ran {
  plan: Plan;
  afterMs: number;
  /** Whether the program had told that it was done. */
  wasTold: boolean;
  /** What must not be; empty where all is well. */
  faults: string[];
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export class Life {
  #open: { driven: Driven; library: View } | null = null;

  constructor(
    private readonly profile: string,
    private readonly downloads: string,
    private readonly profiles: Profiles,
    private readonly origin: string,
    readonly known: Known,
  ) {}

  /** Begins it, kills, starts again, and looks. */
  async cutOff(plan: Plan & { kind: Exclude<Kind, "migration"> }, pace: Pace): Promise<Ran> {
    const { driven, library } = this.#open ?? (await this.#start()).opened;
    const { known, profiles, origin } = this;
    const own = await driven.openOwnPage("verify.html");
    const stage: Stage = { driven, library, own, known, profiles, origin, seed: plan.seed };
    const act = await ACTS[plan.kind](stage);
    return this.#killed(plan, pace, driven.browser, act);
  }

  /** The old vault is brought to today's shape as the browser starts with the extension. */
  cutOffMigration(plan: Plan & { kind: "migration" }, pace: Pace): Promise<Ran> {
    const starting = Promise.withResolvers<Browser>();
    const act = async () => {
      const driven = await drive("chromium", { profile: this.profile, onLaunched: starting.resolve });
      await (await driven.openOwnPage("library.html")).untilText(/EX-001/);
    };
    return this.#killed(plan, pace, starting.promise, act);
  }

  async #killed(plan: Plan, pace: Pace, browser: Browser | Promise<Browser>, act: () => Promise<void>): Promise<Ran> {
    const afterMs = Math.round(plan.part * pace.of(plan.kind));
    const ran: Ran = { plan, afterMs, wasTold: false, faults: [] };
    const begin = act(); // for a migration, this starts the browser
    const started = await browser;
    const startMs = performance.now();
    let isKilled = false;
    const ended = begin.then(
      () => {
        ran.wasTold = true;
        pace.note(plan.kind, performance.now() - startMs);
      },
      (error: Error) => {
        if (!isKilled) ran.faults.push(`the act broke: ${error.message.split("\n")[0]}`);
      },
    );
    await wait(afterMs);
    isKilled = true;
    await killBrowser(started);
    await Promise.race([ended, wait(5000)]);
    if (!ran.wasTold && plan.part > 0.95) pace.note(plan.kind, 1.3 * pace.of(plan.kind)); // it takes longer than thought
    this.#open = null;
    ran.faults.push(...(await this.#start()).faults);
    return ran;
  }

  async #start() {
    const { profile, downloads } = this;
    const driven = await drive("chromium", { profile, downloads, height: 2000 });
    const { library, faults } = await lookAt(driven, this.known);
    this.#open = { driven, library };
    return { opened: this.#open, faults };
  }

  /** At the end everything is handed over and checked from outside. @returns What is wrong. */
  async end(): Promise<string[]> {
    if (this.#open === null) return [];
    try {
      return await this.#faultsOutside(this.#open.driven);
    } finally {
      await this.#open.driven.close();
    }
  }

  async #faultsOutside(driven: Driven): Promise<string[]> {
    const faults: string[] = [];
    if (this.known.labels.size > 0) await handOver(driven, this.downloads, { withMarked: false });
    const packages = (await readdir(this.downloads)).filter((name) => name.endsWith(".zip"));
    for (const name of packages) {
      const verdict = await checkBundle(join(this.downloads, name));
      if (verdict.kind !== "checked" || !verdict.intact) faults.push(`the package ${name} does not check out`);
    }
    const last = packages.sort().at(-1);
    if (last !== undefined) faults.push(...(await this.#faultsInPackage(join(this.downloads, last))));
    return faults;
  }

  /** Each page that was told as saved is there, once. */
  async #faultsInPackage(path: string): Promise<string[]> {
    const bundle = await BundleFile.read(path);
    const folders = bundle.paths.map((each) => /^data\/exhibits\/(\d+)\/record\.json$/.exec(each)?.[1]);
    const inside = folders.filter((each) => each !== undefined).map((each) => bundle.record(each).url.browser);
    const wanted = this.known.urls.toSorted();
    return wanted.join() === inside.toSorted().join() ? [] : [`kept: ${inside.join()}; told: ${wanted.join()}`];
  }
}
