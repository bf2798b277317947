/** Whether any case is not as it was left: asked when the notes are opened, and after a check. */
import type { DamagedCase } from "@/src/model/damage";
import { vaultFailure } from "./failures";

export interface DamageWorld {
  damagedCases(): Promise<DamagedCase[]>;
  /** Of this case nothing is left; it is not mentioned any more. */
  forgetCase(caseId: DamagedCase["caseId"]): Promise<void>;
}

export interface DamageRun {
  read(): Promise<void>;
  forgetEmptied(): Promise<void>;
}

export function runDamage(world: DamageWorld, show: (cases: readonly DamagedCase[]) => void): DamageRun {
  let cases: readonly DamagedCase[] = [];
  const read = async () => {
    cases = await world.damagedCases().catch((error) => {
      vaultFailure(error); // the sections say what is wrong
      return [];
    });
    show(cases);
  };
  return {
    read,
    async forgetEmptied() {
      for (const { caseId, how } of cases) if (how === "emptied") await world.forgetCase(caseId);
      await read();
    },
  };
}
