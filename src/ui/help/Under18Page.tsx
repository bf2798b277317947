import { useState } from "preact/hooks";
import { t } from "@/src/i18n/t";
import type { VaultFailure } from "@/src/model/errors";
import { MAX_ADDRESS } from "@/src/model/note-limits";
import { HELP_HREF } from "@/src/ui/guides/guides";
import { Title } from "@/src/ui/library/Title";
import { BackLink } from "@/src/ui/parts/BackLink";
import { Button } from "@/src/ui/parts/Button";
import { LineField } from "@/src/ui/parts/LineField";
import { Problem } from "@/src/ui/parts/Problem";
import { Under18Places } from "./Under18Places";

/** What can be kept of a page without opening it: its address, and what the user knows of who posted it and when. */
export interface TypedAddress {
  address: string;
  handle: string;
  posted: string;
}

/** @returns Why it was not kept, or `null` where it was. */
export type KeepTyped = (typed: TypedAddress) => Promise<VaultFailure | "noAddress" | null>;

/** Someone in it is, or may be, under 18: what not to do, who takes it, and its address kept. It works while the notes are locked. */
export function Under18Page({ onKeepTyped }: { onKeepTyped: KeepTyped }) {
  return (
    <div class="stack">
      <BackLink href={HELP_HREF}>{t("sectionHelp")}</BackLink>
      <Title>{t("under18")}</Title>
      <p>{t("under18Why")}</p>
      <Under18Places />
      <p>{t("under18PoliceToo")}</p>
      <KeepForm onKeepTyped={onKeepTyped} />
    </div>
  );
}

const EMPTY: TypedAddress = { address: "", handle: "", posted: "" };

function KeepForm({ onKeepTyped }: { onKeepTyped: KeepTyped }) {
  const [typed, setTyped] = useState(EMPTY);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Awaited<ReturnType<KeepTyped>> | "none yet">("none yet");
  const type = (some: Partial<TypedAddress>) => {
    setTyped({ ...typed, ...some });
    setOutcome("none yet");
  };
  const keep = async () => {
    setBusy(true);
    const failure = await onKeepTyped(typed);
    setBusy(false);
    setOutcome(failure);
    if (failure === null) setTyped(EMPTY);
  };
  return (
    <form
      class="card stack"
      aria-labelledby="keep-address-title"
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault();
        if (!isBusy) void keep();
      }}
    >
      <h2 id="keep-address-title">{t("under18Keep")}</h2>
      <p class="note">{t("under18TypeNote")}</p>
      <LineField
        label={t("factAddress")}
        value={typed.address}
        max={MAX_ADDRESS}
        onType={(address) => type({ address })}
      />
      <LineField label={t("factHandle")} value={typed.handle} onType={(handle) => type({ handle })} />
      <LineField label={t("factPosted")} value={typed.posted} onType={(posted) => type({ posted })} />
      <div role="status">{outcome === null && <p>{t("under18Kept")}</p>}</div>
      <Problem says={outcome === null || outcome === "none yet" ? null : notKept(outcome)} />
      <div>
        <Button isAsked={isBusy} onPress={() => void keep()}>
          {t("under18Keep")}
        </Button>
      </div>
    </form>
  );
}

function notKept(why: VaultFailure | "noAddress"): string[] {
  return [t("under18NotKeptTyped"), why === "noAddress" ? t("under18NoAddress") : t(`vault_${why}`)];
}
