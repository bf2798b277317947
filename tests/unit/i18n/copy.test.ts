/** The words we do not use. What each is about is in docs and in the rules for words that the project began with. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const NEVER: Record<string, RegExp[]> = {
  en: [
    /tamper.?proof|court.?proof|authentic|admissib|guarantee/i, // promises nobody can keep
    /victim|revenge|porn|scandal|leaked|nudes?\b|the girl|your ex\b|stalker/i,
    /don['’]t worry|stay strong|must\b|act fast|too late|hurry|success|congrat|great job|oops/i,
    /careless|should have|why did you|provok|\ballowed|let him|asked for it/i, // blame
    /error 0x|invalid|illegal|fatal|abort|!|\bhash\b|AEAD|checksum/i,
    /evidence|abuse|harass|intimate/i, // nothing on the surface says what the program is for
  ],
  zh_TW: [
    /防篡改|法庭認可|真確無誤|可呈堂|保證/,
    /受害者|復仇|色情|裸照|醜聞|前度/,
    /別擔心|加油|必須立即|太遲|成功|恭喜/,
    /！|!/,
    /證據|性侵|騷擾|私密影像/,
  ],
};

/**
 * “It must be the same as…” is about digests, not an order to a person. The guides to the law name what laws name, and
 * the guide to what hurts quotes it: nobody sees them who did not open them.
 */
const EXCEPT = new Set([
  // Said to a platform, or shown when one asks what a report is about: the names that its form uses.
  "reportKind_picture",
  "reportStatement_picture",
  "compareNote",
  "guide_law_1",
  "guide_law_3",
  "guide_say_7",
  "guide_say_8",
]);

test.each(Object.entries(NEVER))("%s messages keep to calm, exact words", (language, patterns) => {
  const messages: Record<string, { message: string }> = JSON.parse(
    readFileSync(`public/_locales/${language}/messages.json`, "utf8"),
  );
  const found = Object.entries(messages).flatMap(([key, { message }]) =>
    patterns
      .filter((pattern) => !EXCEPT.has(key) && pattern.test(message))
      .map((pattern) => `${key}: ${pattern.exec(message)![0]}`),
  );
  expect(found).toEqual([]);
});

test("English sentences are short", () => {
  const messages: Record<string, { message: string }> = JSON.parse(
    readFileSync("public/_locales/en/messages.json", "utf8"),
  );
  const long = Object.entries(messages).flatMap(([key, { message }]) =>
    message
      .split(/(?<=[.:?]) /)
      .filter((sentence) => sentence.split(" ").length > 34)
      .map(() => key),
  );
  expect(long).toEqual([]);
});
