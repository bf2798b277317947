import { readFileSync } from "node:fs";
import { keyboardFindings } from "./keyboard.mjs";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Chromium's popup is never higher than this. */
const POPUP_HEIGHT = 600;

/** Everything wrong with the face that is open, in words. Stretched words are only looked at for what does not fit. */
export async function checkFace(page, name, { language, walksByKeyboard = false }) {
  const byRule = language === "en-XA" ? [] : await axeFindings(page);
  const findings = [...byRule, ...(await ownFindings(page, name))];
  // A list of very many is drawn as it is gone through, so what there is to come to changes on the way.
  const walks = walksByKeyboard && !name.includes("-many");
  return walks ? [...findings, ...(await keyboardFindings(page))] : findings;
}

async function axeFindings(page) {
  await page.evaluate(axe);
  const violations = await page.evaluate(
    async (rules) => (await globalThis.axe.run(document, { runOnly: rules })).violations,
    RULES,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `axe ${id} ${target} ${any[0]?.message ?? ""}`),
  );
}

async function ownFindings(page, name) {
  const { isPopup, overflow, height, small, refused } = await page.evaluate(() => ({
    isPopup: !document.documentElement.classList.contains("in-tab"),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    height: document.body.scrollHeight,
    // A box over a picture is as large as what it covers; the numbers below it do the same.
    small: [...document.querySelectorAll("button:not(.cover-box), input[type=file], nav a, summary, .back")]
      .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 32)
      .map((control) => control.textContent),
    refused: globalThis.refused,
  }));
  return [
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...(name === "popup-ready" && isPopup && height > POPUP_HEIGHT ? [`first state scrolls: ${height} px`] : []),
    ...small.map((text) => `target below 32 px: ${text}`),
    ...refused.map((directive) => `refused by ${directive}`),
  ];
}
