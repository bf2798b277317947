import { useMemo, useState } from "preact/hooks";
import { formatNumber } from "@/src/i18n/format";
import { t } from "@/src/i18n/t";
import { Button } from "@/src/ui/parts/Button";
import { Notice } from "@/src/ui/parts/Notice";
import { forCase, forReceiver, type HandOverChoice, itemsOfCase, roleIn } from "./choice";
import { ForWhom, LanguageOfPapers } from "./ForWhom";
import type { HandOverState } from "./state";
import { WhatInside } from "./WhatInside";
import { WhichItems } from "./WhichItems";
import { WhoCanOpen } from "./WhoCanOpen";

interface ChooseProps {
  state: Extract<HandOverState, { step: "choosing" }>;
  onPreview: (choice: HandOverChoice) => void;
}

/** For whom, which items, what of them, and who can open it. Nothing is made yet. */
export function Choose({ state: { items, cases, damaged, choice: first, mistake }, onPreview }: ChooseProps) {
  const [choice, setChoice] = useState(first);
  const caseId = choice?.caseId ?? null;
  const ofCase = useMemo(() => (caseId === null ? [] : itemsOfCase(items, caseId)), [items, caseId]);
  if (choice === null) return <p class="secondary">{t("keptEmptyNext")}</p>;
  const change = (some: Partial<HandOverChoice>) => setChoice({ ...choice, ...some });
  const isEmpty = (choice.picked?.size ?? ofCase.length) === 0;
  return (
    <>
      <ForWhom
        receiver={choice.receiver}
        onChange={(receiver) => setChoice(forReceiver(choice, receiver, roleIn(cases, choice.caseId)))}
      />
      <LanguageOfPapers language={choice.language} onChange={(language) => change({ language })} />
      <WhichItems
        cases={cases}
        caseId={choice.caseId}
        items={ofCase}
        picked={choice.picked}
        onCase={(id) => setChoice(forCase(choice, cases, id))}
        onPick={(picked) => change({ picked })}
      />
      {damaged.length > 0 && (
        <Notice kind="attention">
          <p>{t("itemsDamagedLeftOut", [formatNumber(damaged.length)])}</p>
        </Notice>
      )}
      <WhatInside choice={choice} onChange={change} />
      <WhoCanOpen seal={choice.seal} mistake={mistake} onChange={(seal) => change({ seal })} />
      <Button kind="main" isAsked={isEmpty} onPress={() => onPreview(choice)}>
        {t("seeInside")}
      </Button>
      {isEmpty && <p class="note">{t("chooseOne")}</p>}
    </>
  );
}
