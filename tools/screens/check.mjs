import { readFileSync } from "node:fs";
import { keyboardFindings } from "./keyboard.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Those among them that can hold in one colouring and not in another. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
/** Chromium's popup is never higher than this. */
const POPUP_HEIGHT = 600;
/** Where all there is to do stands without scrolling. */
const WITHOUT_SCROLLING = ["popup-ready", "popup-ready-came-across"];

/**
 * Everything wrong with the face that is open, in words. Stretched words are only looked at for what does not fit.
 *
 * @param isFirst The face was opened just now, and not only coloured anew: then only what has to do with colour is asked.
 */
export async function checkFace(page, name, { language, isFirst }) {
  const byRule = language === "en-XA" ? [] : await axeFindings(page, isFirst);
  return [...byRule, ...(await ownFindings(page, name))];
}

/** What the Tab key comes to. A list of very many is drawn as it is gone through, so what there is to come to changes on the way. */
export async function walkFace(page, name) {
  return name.includes("-many") ? [] : await keyboardFindings(page);
}

async function axeFindings(page, isFirst) {
  if (isFirst) await page.evaluate(axe);
  const violations = await page.evaluate(
    async (runOnly) => (await globalThis.axe.run(document, { runOnly, resultTypes: ["violations"] })).violations,
    isFirst ? RULES : COLOUR_RULES,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `axe ${id} ${target} ${any[0]?.message ?? ""}`),
  );
}

async function ownFindings(page, name) {
  const { isPopup, overflow, height, small, moving, refused } = await page.evaluate(() => ({
    isPopup: !document.documentElement.classList.contains("in-tab"),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    height: document.body.scrollHeight,
    // A box over a picture is as large as what it covers; the numbers below it do the same.
    small: [...document.querySelectorAll("button:not(.cover-box), input[type=file], nav a, summary, .back")]
      .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 32)
      .map((control) => control.textContent),
    moving: document.getAnimations().length,
    refused: globalThis.refused,
  }));
  return [
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...(WITHOUT_SCROLLING.includes(name) && isPopup && height > POPUP_HEIGHT ? [`scrolls: ${height} px`] : []),
    ...small.map((text) => `target below 32 px: ${text}`),
    ...(moving > 0 ? ["moves although less motion is asked for"] : []),
    ...refused.map((directive) => `refused by ${directive}`),
  ];
}
