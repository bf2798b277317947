/** Language and script of a BCP 47 tag: "zh-HK" is written as "zh-Hant" is, "zh-CN" as "zh-Hans". */
export function asWritten(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}
