/** The words we do not use. What each is about is in docs and in the rules for words that the project began with. */
import { existsSync, readFileSync } from "node:fs";
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
  ar: [
    /غير قابل للتلاعب|مقبول في المحكمة|موثّق|أصيل|نضمن|مضمون/,
    /ضحية|ضحايا|انتقام|إباح|فضيحة|عارية|صديقتك السابقة/,
    /لا تقلق|كن قوي|بسرعة|فات الأوان|بنجاح|تهاني/,
    /!/,
    /أدلة|اعتداء|تحرش/,
  ],
  zh_CN: [
    /防篡改|法庭认可|真实无误|保证/,
    /受害者|报复|色情|裸照|丑闻|前女友|前男友/,
    /别担心|加油|必须立即|太迟|太晚|成功|恭喜/,
    /！|!/,
    /证据|性侵|骚扰|私密影像/,
  ],
  ja: [
    /改ざん不可|法廷で認め|本物|保証/,
    /被害者|リベンジ|ポルノ|スキャンダル|ヌード|元カノ|元カレ/,
    /心配いりません|頑張って|急いで|手遅れ|成功|おめでとう/,
    /！|!/,
    /証拠|性暴力|嫌がらせ|虐待/,
  ],
  ko: [
    /위변조 불가|법정에서 인정|진본|보장/,
    /피해자|리벤지|포르노|스캔들|누드|전 여친|전 남친/,
    /걱정하지 마|힘내|서두르|너무 늦|성공|축하/,
    /!/,
    /증거|성폭력|괴롭힘|학대/,
  ],
  de: [
    /fälschungssicher|gerichtsfest|authentisch|garantier/i,
    /opfer|rachep|porno|skandal|nacktbild|ihr ex\b|stalker/i,
    /keine sorge|bleiben sie stark|beeilen|zu spät|erfolgreich|glückwunsch/i,
    /selbst schuld|hätten sie|provoz|fehler 0x|ungültig|illegal|!|hashwert/i,
    /beweis|missbrauch|belästig|übergriff|intim/i,
  ],
  fr: [
    /infalsifiable|authenti|recevable|garanti/i,
    /victime|vengeance|porno|scandale|dénud|votre ex\b|harceleur/i,
    /ne vous inquiétez|soyez fort|vous devez|dépêchez|trop tard|avec succès|bravo|félicit/i,
    /imprudence|auriez dû|provoqu|invalide|illégal|!|\bhash\b/i,
    /preuve|abus|harcèl|agress|intime/i,
  ],
  es: [
    /infalsificable|auténtic|admisible|garantiz/i,
    /víctima|venganza|porno|escándalo|desnud|su ex\b|acosador/i,
    /no se preocupe|sea fuerte|usted debe|dese prisa|demasiado tarde|con éxito|felicit/i,
    /debería haber|provoc|inválid|ilegal\b|[!¡]|\bhash\b/i,
    /evidencia|\bpruebas?\b|abuso|acoso|agresi|íntim/i,
  ],
  pt: [
    /à prova de|autêntic|admissível|garant/i,
    /vítima|vingança|pornô|escândalo|nudes?\b|seu ex\b|sua ex\b|perseguidor/i,
    /não se preocupe|seja forte|você deve|apresse|tarde demais|com sucesso|parabéns/i,
    /deveria ter|provoc|inválid|ilegal\b|!/i,
    /evidência|\bprovas?\b|abuso|assédio|agress|íntim/i,
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

const written = Object.entries(NEVER).filter(([language]) => existsSync(`public/_locales/${language}`));

test.each(written)("%s messages keep to calm, exact words", (language, patterns) => {
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
      .split(/(?<=[.:?]) |\n/)
      .filter((sentence) => sentence.split(" ").length > 34)
      .map(() => key),
  );
  expect(long).toEqual([]);
});
