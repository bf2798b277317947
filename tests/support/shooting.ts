/** What a capture photographs the fake page with: two pictures a second, by a clock that waits no real time. */
import type { Shooting } from "@/src/capture/camera";
import { FrontWatch } from "@/src/capture/front-watch";
import { PageLink } from "@/src/capture/page-link";
import { QuotaWindow } from "@/src/capture/quota";
import { FakeClock } from "@/tests/support/fake-clock";
import { TAB } from "@/tests/support/fake-page";

export async function shootingOf(signal: AbortSignal, some: Partial<Shooting> = {}): Promise<Shooting> {
  const { clock = new FakeClock() } = some;
  return {
    tabId: TAB,
    link: await PageLink.open(TAB),
    front: new FrontWatch(TAB),
    quota: new QuotaWindow(clock, 2),
    cover: null,
    clock,
    signal,
    onPause: () => {},
    ...some,
  };
}
