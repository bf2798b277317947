/** One option for each language, named as those who read it name it. @param languages BCP 47. */
export function LanguageOptions({ languages }: { languages: readonly string[] }) {
  return languages.map((tag) => (
    <option key={tag} value={tag} lang={tag}>
      {languageName(tag)}
    </option>
  ));
}

export function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language", languageDisplay: "standard" }).of(tag) ?? tag;
}
