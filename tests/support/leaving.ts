/** Two open pages of ours, and a site chosen that leaving goes to. */
import type { Driven } from "@/tools/drive/driven";
import type { View } from "@/tools/drive/view";

/** Reserved: no such site can be (RFC 2606). */
export const LEAVE_TO = "weather.invalid";

export async function openTwoToLeave(driven: Driven): Promise<{ other: View; library: View }> {
  const other = await driven.openOwnPage("library.html#/reports");
  await other.untilText(/Reports/);
  const library = await driven.openOwnPage("library.html#/settings");
  await library.fill("The site it goes to", LEAVE_TO);
  await library.press("Use this site");
  await library.untilText(/Leaving goes there from now on/);
  return { other, library };
}
