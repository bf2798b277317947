/** Goes through the plans, each in a profile of its kind. */
import { join } from "node:path";
import { ROOT } from "../root";
import { serveFolder } from "../serve";
import { Known } from "./known";
import { Life, type Ran } from "./life";
import { KINDS, type Kind, Pace, type Plan, type ProfileKind } from "./plan";
import { ITEMS_AT_FIRST, keptInOld, type Profiles, prepareProfiles } from "./profiles";

/** A used profile is left after so many kills, so that its list stays short enough to be read off one screen. */
const KILLS_IN_A_LIFE = 10;

/** @param onRan Told of each kill, and of what its profile shows at the end. */
export async function torture(plans: readonly Plan[], onRan: (ran: Ran) => void = () => {}): Promise<Ran[]> {
  const served = await serveFolder(join(ROOT, "tests", "fixtures", "pages"));
  const profiles = await prepareProfiles(served.origin);
  const all: Ran[] = [];
  const pace = new Pace();
  try {
    for (const [kind, group] of Map.groupBy(plans, (plan) => KINDS[plan.kind] as ProfileKind)) {
      const size = kind === "used" ? KILLS_IN_A_LIFE : 1;
      // A profile with a fault is left before its time.
      for (let first = 0, ran: Ran[] = []; first < group.length; first += ran.length) {
        ran = await live(await lifeOf(kind, profiles, served.origin), group.slice(first, first + size), pace);
        for (const each of ran) onRan(each);
        all.push(...ran);
      }
    }
  } finally {
    await served.close();
    await profiles.remove();
  }
  return all;
}

async function lifeOf(kind: ProfileKind, profiles: Profiles, origin: string): Promise<Life> {
  const old = await keptInOld();
  const known = {
    used: () => new Known(ITEMS_AT_FIRST, profiles.urls),
    empty: () => new Known(),
    old: () =>
      new Known(
        old.map(({ label }) => label),
        old.map(({ url }) => url),
      ),
  };
  return new Life(await profiles[kind](), await profiles.folder(), profiles, origin, known[kind]());
}

/** Never throws: what goes wrong is a fault of the last kill, and ends this profile. */
async function live(life: Life, plans: readonly Plan[], pace: Pace): Promise<Ran[]> {
  const ran: Ran[] = [];
  for (const plan of plans) {
    const one = await once(life, plan, pace);
    ran.push(one);
    if (one.faults.length > 0) break; // what comes after would be counted again and again
  }
  const faults = await life.end().catch((error: Error) => [`the end broke: ${error.message}`]);
  ran.at(-1)?.faults.push(...faults);
  return ran;
}

function once(life: Life, plan: Plan, pace: Pace): Promise<Ran> {
  const { kind } = plan;
  const run = kind === "migration" ? life.cutOffMigration({ ...plan, kind }, pace) : cutOff(life, plan, pace);
  return run.catch((error: Error) => ({
    plan,
    afterMs: 0,
    wasTold: false,
    faults: [`the run broke: ${error.message.slice(0, 600)}`],
  }));
}

const cutOff = (life: Life, plan: Plan, pace: Pace) =>
  life.cutOff(plan as Plan & { kind: Exclude<Kind, "migration"> }, pace);
