/**
 * Brings together what the platform's reader and the page's metadata say about the one post that is meant. Metadata
 * describes the post that the address names, so it is used for no other.
 */
import { platformOf } from "@/src/model/platform";
import type { Doubt } from "@/src/model/thread";
import { type Choice, choosePost, type Pointers } from "./choose";
import type { Claims, TextFact } from "./claims";
import { inPath } from "./dom";
import { readGeneric } from "./generic";
import { isSameHandle } from "./handles";
import { isSameMoment, readMoment } from "./moments";
import type { Page } from "./page";
import { Reading } from "./reading";
import { attempt } from "./registry";
import { MAX_BLOCKS, type NamedPost, type PostBlock, type SiteReader } from "./site-reader";

export interface ReadPost {
  reading: Reading;
  claims: Claims;
  choice: Choice;
  blocks: readonly PostBlock[];
  doubts: Doubt[];
}

const ACCOUNT_FACTS: readonly TextFact[] = ["handle", "displayName", "profileUrl"];
/** Facts of one post; a title and a language are the page's. */
const POST_FACTS: readonly TextFact[] = [
  ...ACCOUNT_FACTS,
  "permalink",
  "postedAt",
  "postedAtDate",
  "postedAtText",
  "repostedBy",
  "text",
];

export function readPost(reader: SiteReader | null, page: Page, pointers: Pointers): ReadPost {
  const named = (reader && attempt(() => reader.named?.(page) ?? null)) ?? null;
  const blocks = (reader && attempt(() => blocksOf(reader, page))) ?? [];
  const choice = choosePost(blocks, named, pointers);
  const reading = (reader && readChosen(reader, page, choice, named)) ?? new Reading("page");
  if (choice.why === "unclear") reading.deny(...POST_FACTS);
  const generic = readGeneric(page);
  const isOfAddress = (choice.why === "address" || choice.why === "nothing") && !reading.isSealed;
  const filling = isOfAddress ? withoutAccount(generic, reading) : pageOnly(generic);
  return {
    reading,
    claims: withHandle(reader, { ...filling, ...reading.claims }),
    choice,
    blocks,
    doubts: choice.why === "address" ? doubtsOf(reading.claims, generic) : [],
  };
}

export function blocksOf(reader: SiteReader, page: Page): readonly PostBlock[] {
  return (reader.posts?.(page) ?? []).slice(0, MAX_BLOCKS);
}

function readChosen(reader: SiteReader, page: Page, choice: Choice, named: NamedPost | null): Reading {
  const reading = new Reading(reader.name);
  const block = "block" in choice ? choice.block : null;
  if (block !== null) reading.fillFrom(attempt(() => reader.readPost?.(block, page)) ?? new Reading(reader.name));
  if (choice.why === "address" && named !== null)
    reading.fillFrom(attempt(() => reader.readPage?.(page, named)) ?? new Reading(reader.name));
  return reading;
}

/** What is true of the page whichever post on it is meant. */
function pageOnly({ title, language }: Claims): Claims {
  return { ...(title && { title }), ...(language && { language }) };
}

/** Where the reader told the account, the metadata's name and profile could be somebody else's. */
function withoutAccount(generic: Claims, reading: Reading): Claims {
  const claims = { ...generic };
  const isTold = ACCOUNT_FACTS.some((fact) => reading.claims[fact] !== undefined);
  if (isTold) for (const fact of ACCOUNT_FACTS) delete claims[fact];
  if (reading.claims.postedAt) delete claims.postedAtDate;
  if (reading.claims.postedAt === null) delete claims.postedAtText;
  return claims;
}

/** Where the page names the profile, and the platform's profiles carry the handle in their address. */
function withHandle(reader: SiteReader | null, claims: Claims): Claims {
  const { profileUrl, handle } = claims;
  const form = reader?.handleInProfile;
  if (!profileUrl || handle !== undefined || form === undefined) return claims;
  const isOwn = reader?.platforms?.includes(platformOf(profileUrl.value));
  const found = isOwn ? inPath(new URL(profileUrl.value), form) : undefined;
  if (found === undefined) return claims;
  return { ...claims, handle: { value: found, source: profileUrl.source, form: "shown" } };
}

function doubtsOf(own: Claims, generic: Claims): Doubt[] {
  const doubts: Doubt[] = [];
  const add = (fact: TextFact) => {
    const claim = generic[fact];
    if (claim) doubts.push({ fact, value: claim.value, source: claim.source });
  };
  if (own.handle && generic.handle && !isSameHandle(own.handle.value, generic.handle.value)) add("handle");
  if (own.postedAt && generic.postedAt && !isSameMoment(own.postedAt.value, generic.postedAt.value)) add("postedAt");
  const [day, other] = [own.postedAtDate?.value, generic.postedAt?.value];
  if (day && other && daysApart(day, other) > 2) add("postedAt");
  return doubts;
}

function daysApart(day: string, time: string): number {
  const moment = readMoment(time);
  return moment?.kind === "time" ? Math.abs(moment.epochMs - Date.parse(day)) / 86_400_000 : 0;
}
