/**
 * A walk with the Tab key over a face: everything that can be pressed or filled in is come to, has a name, shows that it
 * has the focus, and is not hidden by something else then. Of radio buttons that belong together one is come to.
 */

/** Everything wrong, in words. */
export async function keyboardFindings(page) {
  const expected = await page.evaluate(listStops);
  const met = new Set();
  const findings = [];
  // Where the walk begins depends on what has the focus; so it goes round once and a bit.
  for (let press = 0; met.size < expected.length && press < 2 * expected.length + 4; press += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtStop);
    if (stop === null || met.has(stop.at)) continue;
    met.add(stop.at);
    if (stop.name === "") findings.push(`Tab comes to something without a name: ${stop.what}`);
    if (!stop.isMarked) findings.push(`nothing shows that it has the focus: ${stop.what}`);
    if (stop.hiddenBy) findings.push(`hidden while it has the focus: ${stop.what} by ${stop.hiddenBy}`);
  }
  const missed = expected.filter((_, at) => !met.has(at));
  return [...findings, ...missed.map((what) => `Tab does not come to: ${what}`)];
}

/** Runs in the page. @returns What each thing is in words; the things themselves stay in the page. */
function listStops() {
  const selector = "a[href], button, input, select, textarea, summary, [tabindex]";
  const isInGroup = (element) => element instanceof HTMLInputElement && element.type === "radio";
  const speaksForGroup = (radio) => {
    const group = [...document.getElementsByName(radio.name)];
    return radio === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const stops = [...document.querySelectorAll(selector)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.tabIndex >= 0 &&
      !element.matches(":disabled, [inert] *") &&
      (!isInGroup(element) || speaksForGroup(element)),
  );
  globalThis.keyboardStops = stops;
  return stops.map((element) => `${element.localName} “${(element.textContent || element.id).trim().slice(0, 40)}”`);
}

/** Runs in the page. @returns What has the focus now; `null` where that is the page itself. */
function lookAtStop() {
  const focused = document.activeElement;
  const inGroup = (stop) => stop === focused || (stop.type === "radio" && stop.name === focused?.name);
  const at = globalThis.keyboardStops.findIndex(inGroup);
  if (focused === null || focused === document.body || at < 0) return null;
  const labelled = (focused.getAttribute("aria-labelledby") ?? "")
    .split(/\s+/)
    .map((id) => document.getElementById(id));
  const words = [
    focused.ariaLabel,
    focused.textContent,
    focused.title,
    ...[...labelled, ...(focused.labels ?? [])].map((each) => each?.textContent),
  ];
  // Some show it on the whole row that they stand in.
  const marks = [
    getComputedStyle(focused),
    getComputedStyle(focused, "::after"),
    getComputedStyle(focused.parentElement),
  ];
  // A link may go over two lines; between their ends there is nothing of it.
  const { left, right, top, bottom } = focused.getClientRects()[0];
  // Of what is larger than the window, the middle of what is in it.
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const over = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
  const isSeen =
    over !== null && (focused.contains(over) || over.contains(focused) || over.closest("label")?.control === focused);
  return {
    at,
    what: `${focused.localName} “${(focused.textContent || focused.id).trim().slice(0, 40)}”`,
    name: words.filter(Boolean).join("").trim(),
    isMarked: marks.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px"),
    hiddenBy: isSeen ? null : (over?.localName ?? "the window's edge"),
  };
}
