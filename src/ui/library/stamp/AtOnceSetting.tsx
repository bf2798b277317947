import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Authorities } from "./Authorities";
import type { AtOnceState } from "./run-at-once";

export interface AtOnceCalls {
  onStampEach: (authority: string) => void;
  onEndStampEach: () => void;
}

/** Offers to time-stamp each item when it is saved, which needs the network and the browser's permission. */
export function AtOnceSetting({ state, calls }: { state: AtOnceState; calls: AtOnceCalls }) {
  return (
    <section class="card stack-tight" aria-labelledby="at-once-title">
      <h2 id="at-once-title">{t("atOnceTitle")}</h2>
      <p>{t("atOnceWhy")}</p>
      <p>{t("atOnceLearns")}</p>
      <p class="note">{t("atOnceLimits")}</p>
      {state.step === "on" ? (
        <Button onPress={calls.onEndStampEach}>{t("atOnceOff")}</Button>
      ) : (
        <Choice state={state} onStampEach={calls.onStampEach} />
      )}
      <p role="status">{said(state)}</p>
    </section>
  );
}

function Choice({ state, onStampEach }: { state: AtOnceState } & Pick<AtOnceCalls, "onStampEach">) {
  const { authorities, step } = state;
  const [chosen, setChosen] = useState(authorities[0]?.id ?? "");
  const host = authorities.find(({ id }) => id === chosen)?.host ?? "";
  return (
    <>
      <Authorities authorities={authorities} chosen={chosen} onChoose={setChosen} />
      <p id="at-once-asks" class="note">
        {t("atOnceAsks", [host])}
      </p>
      <Button onPress={() => onStampEach(chosen)} isAsked={step === "asking"} describedBy="at-once-asks">
        {t("atOnceOn")}
      </Button>
    </>
  );
}

function said(state: AtOnceState): string {
  switch (state.step) {
    case "on":
      return t("atOnceIsOn", [state.name]);
    case "off":
      return t("atOnceIsOff");
    case "asking":
      return t("atOnceAsking");
    case "refused":
      return t("atOnceRefused");
  }
}
