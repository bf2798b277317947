/** What any page says about itself by the conventions of the web, without knowing the platform. */
import type { Claims } from "./claims";
import { combine, type Ranked } from "./combine";
import { readJsonLd } from "./jsonld";
import { readDocument, readMeta } from "./meta";
import { readMicrodata } from "./microdata";
import { readMicroformats } from "./microformats";
import type { Page } from "./page";
import { attempt } from "./registry";
import { readRelAuthor } from "./rel-author";
import { readOwnTime } from "./time";

/** Every generic source, the most trusted first. Equal ranks must not contradict each other. */
const SOURCES: readonly { rank: number; read: (page: Page) => Claims }[] = [
  { rank: 1, read: readOwnTime },
  { rank: 1, read: readJsonLd },
  { rank: 1, read: readMicrodata },
  { rank: 1, read: readMicroformats },
  { rank: 2, read: readMeta },
  { rank: 3, read: readRelAuthor },
  { rank: 4, read: readDocument },
];

export function readGeneric(page: Page): Claims {
  const said: Ranked[] = SOURCES.map(({ rank, read }) => ({ rank, claims: attempt(() => read(page)) ?? {} }));
  return combine(said);
}
