import { t } from "@/src/i18n/t";
import type { InnerFound } from "@/src/messaging/page-side";
import type { Scope } from "@/src/model/scope";

interface ScopeChoiceProps {
  chosen: Scope;
  inner: InnerFound;
  onChoose: (scope: Scope) => void;
}

const NAMES = { page: "scopePage", view: "scopeView", conversation: "scopeConversation" } as const;

/** How much is saved. The conversation only where something scrolls by itself. */
export function ScopeChoice({ chosen, inner, onChoose }: ScopeChoiceProps) {
  const offered: Scope[] = inner.found ? ["conversation", "page", "view"] : ["page", "view"];
  return (
    <fieldset class="scopes">
      <legend class="visually-hidden">{t("scopeTitle")}</legend>
      {offered.map((scope) => (
        <label key={scope} class="scope">
          <input type="radio" name="scope" checked={scope === chosen} onChange={() => onChoose(scope)} />
          <span>{t(NAMES[scope])}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What most people mean: what the window is about. */
export const usualScope = (inner: InnerFound): Scope => (inner.isMain ? "conversation" : "page");
