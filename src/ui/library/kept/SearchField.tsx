import { t } from "@/src/i18n/t";
import { MAX_SEARCH_LENGTH } from "@/src/search/search";
import { useOwnId } from "@/src/ui/parts/use-own-id";

/**
 * Finds while it is typed. Without autocompletion: the browser would suggest what was typed, and store it with the
 * session. Without a spelling check: some browsers send the words to a server for it.
 */
export function SearchField({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const id = useOwnId();
  return (
    <div class="labelled search">
      <label for={id}>{t("searchItems")}</label>
      <input
        id={id}
        type="search"
        class="input"
        value={words}
        maxLength={MAX_SEARCH_LENGTH}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        dir="auto"
        aria-describedby={`${id}-note`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <p id={`${id}-note`} class="note">
        {t("searchItemsNote")}
      </p>
    </div>
  );
}
