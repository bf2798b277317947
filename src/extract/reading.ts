/**
 * What a platform's reader writes its findings into. Values are cleaned on the way in; one that does not fit its fact
 * is dropped. `where` names the place in the platform's own markup, e.g. `tweet time[datetime]`.
 */
import { type Account, NO_ACCOUNT, THREAD_LIMITS } from "@/src/model/thread";
import { addClaim, addMediaCount, addTime } from "./add-claim";
import type { Claims, TextFact } from "./claims";
import { cleanFact, oneLine } from "./clean";
import { readMoment } from "./moments";

export interface RawAccount {
  handle?: string | undefined;
  displayName?: string | undefined;
  profile?: URL | null | undefined;
  stableId?: string | number | undefined;
}

export class Reading {
  readonly claims: Claims = {};
  stableId: string | null = null;
  forwarder: Account | null = null;
  quoted: Account | null = null;
  /** True where the page's metadata must not fill what this reader left open. */
  isSealed = false;

  /** @param reader Name of the reader; every source starts with it. */
  constructor(private readonly reader: string) {}

  say(fact: TextFact, value: string | URL | null | undefined, where: string): this {
    const raw = value instanceof URL ? value.href : value;
    if (this.claims[fact] !== undefined) return this;
    const source = `${this.reader}:${where}`;
    if (fact === "handle" || fact === "repostedBy") this.sayName(fact, raw, source);
    else addClaim(this.claims, fact, raw, source);
    return this;
  }

  /** Says that the page does not give these facts, so that no other source fills them. */
  deny(...facts: TextFact[]): this {
    for (const fact of facts) this.claims[fact] ??= null;
    return this;
  }

  /** A machine time: a moment, or just a date. */
  time(raw: string | null | undefined, where: string): this {
    if (this.claims.postedAt === undefined) addTime(this.claims, raw, `${this.reader}:${where}`);
    return this;
  }

  /** Seconds or milliseconds since 1970. */
  epoch(raw: string | number | null | undefined, where: string): this {
    return this.time(isoOfEpoch(raw), where);
  }

  media(count: number, where: string): this {
    addMediaCount(this.claims, count, `${this.reader}:${where}`);
    return this;
  }

  /** Who posted it. What is missing here stays missing: another source may mean another account. */
  author({ handle, displayName, profile, stableId }: RawAccount, where: string): this {
    this.say("handle", handle, where).say("displayName", displayName, where).say("profileUrl", profile, where);
    this.stableId ??= idOf(stableId);
    return this;
  }

  passedOnBy(account: RawAccount, where: string): this {
    this.say("repostedBy", account.handle, where);
    this.forwarder ??= accountOf(account);
    return this;
  }

  quotes(account: RawAccount): this {
    this.quoted ??= accountOf(account);
    return this;
  }

  /** Takes over what the other found and this one left open. */
  fillFrom(other: Reading): void {
    for (const [fact, claim] of Object.entries(other.claims))
      if (!Object.hasOwn(this.claims, fact)) Object.assign(this.claims, { [fact]: claim });
    if (this.claims.postedAt && this.claims.postedAtDate) delete this.claims.postedAtDate;
    this.stableId ??= other.stableId;
    this.forwarder ??= other.forwarder;
    this.quoted ??= other.quoted;
    this.isSealed ||= other.isSealed;
  }

  private sayName(fact: "handle" | "repostedBy", raw: string | null | undefined, source: string): void {
    const value = cleanFact(fact, raw, "shown");
    if (value !== null) this.claims[fact] = { value, source, form: "shown" };
  }
}

function isoOfEpoch(raw: string | number | null | undefined): string | undefined {
  const number = typeof raw === "number" ? raw : /^\d{9,16}(?:\.\d+)?$/.test(raw ?? "") ? Number(raw) : Number.NaN;
  if (!Number.isFinite(number)) return undefined;
  const isMs = number > 100_000_000_000;
  const date = new Date(Math.floor(isMs ? number : number * 1000));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return undefined;
  const iso = date.toISOString();
  const found = readMoment(isMs ? iso : iso.replace(/\.\d+Z$/, "Z"));
  return found?.value;
}

function accountOf({ handle, displayName, profile, stableId }: RawAccount): Account | null {
  const account = {
    ...NO_ACCOUNT,
    handle: cleanFact("handle", handle, "shown"),
    displayName: cleanFact("displayName", displayName),
    profileUrl: cleanFact("profileUrl", profile?.href),
    stableId: idOf(stableId),
  };
  return Object.values(account).some((value) => value !== null) ? account : null;
}

function idOf(raw: string | number | undefined): string | null {
  const id = raw === undefined ? null : oneLine(String(raw), THREAD_LIMITS.stableId + 1);
  return id !== null && id.length <= THREAD_LIMITS.stableId ? id : null;
}
