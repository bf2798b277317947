/** The library's part in cases: which there are, and what the user says of them. The background writes. */
import { send } from "@/src/messaging/send";
import { aboutCase, type CaseLine } from "@/src/model/case-line";
import { VaultError, type VaultFailure } from "@/src/model/errors";
import type { Result } from "@/src/model/result";
import type { CasesWorld } from "@/src/ui/library/cases/run-cases";
import type { VaultReader } from "@/src/vault/read";

export function casesWorld(reader: () => Promise<VaultReader>): CasesWorld {
  return {
    list: async () => casesOf(await reader()),
    begin: async (about) => done(await send("case.begin", { about })),
    choose: async (caseId) => done(await send("case.choose", { caseId })),
    write: async ({ id, note }, about) =>
      done(await send("note.put", { caseId: id, kind: "case", body: about, replaces: note })),
  };
}

async function casesOf(reader: VaultReader): Promise<CaseLine[]> {
  const { ids, current } = await reader.cases();
  const received = await reader.receivedCases();
  const lines = ids.map(async (id): Promise<CaseLine> => {
    const { notes } = await reader.notes(id);
    return { id, ...aboutCase(notes), isReceived: received.has(id), isCurrent: id === current };
  });
  return (await Promise.all(lines)).sort((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ isCurrent, isReceived }: CaseLine): number => (isCurrent ? 0 : isReceived ? 2 : 1);

function done(reply: Result<unknown, VaultFailure>): void {
  if (!reply.ok) throw new VaultError(reply.failure);
}
