/**
 * The background's ear. A message is answered only when it comes from one of our own pages; a content script shares
 * its process with the page and may say nothing (PAGE_MAY_SEND). Requests are checked for shape before they are used.
 */
import * as v from "valibot";
import type { Runtime } from "webextension-polyfill";
import { CORRECTABLE, correctionProblem } from "@/src/model/correction";
import type { CustodyEvent } from "@/src/model/custody";
import { CUSTODY_EVENTS } from "@/src/model/custody";
import { FOUND } from "@/src/model/note";
import { MAX_ADDRESS, MAX_LISTED } from "@/src/model/note-limits";
import { PICTURES } from "@/src/model/picture";
import { SCOPES } from "@/src/model/scope";
import { BODIES, caseId, exhibitId, noteDraft, noteId, remarks } from "@/src/notes/schema";
import { browser } from "@/src/platform/browser";
import { type MessageName, PAGE_MAY_SEND, type Reply, type Request } from "./protocol";
import { VAULT_REQUESTS } from "./vault-requests";

export type Handlers = { [Name in MessageName]: (request: Request<Name>) => Promise<Reply<Name>> };

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const tab = v.strictObject({ tabId });
const uuid = v.pipe(v.string(), v.uuid());
const detailValue = v.union([
  v.pipe(v.string(), v.maxLength(2000)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
]);
const MAX_DETAILS = 40;
const reportPlace = v.strictObject({ caseId, id: noteId });
const lookFound = {
  reports: v.pipe(v.array(reportPlace), v.minLength(1), v.maxLength(MAX_LISTED)),
  found: v.picklist(FOUND),
};
const digest = v.custom<`sha256:${string}`>(
  (value) => typeof value === "string" && /^sha256:[0-9a-f]{64}$/.test(value),
);

/** A correction is as long as the fact may be, a day is one of the calendar, and an address one of the web. */
const correctionRequest = v.pipe(
  v.strictObject({
    item: exhibitId,
    fact: v.picklist(CORRECTABLE),
    value: v.nullable(v.pipe(v.string(), v.minLength(1))),
  }),
  v.check(({ fact, value }) => value === null || correctionProblem(fact, value) === null),
);

const REQUESTS = {
  ...VAULT_REQUESTS,
  "page.inspect": tab,
  "page.choose": v.strictObject({ tabId, index: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
  "capture.start": v.strictObject({
    tabId,
    pictures: v.picklist(PICTURES),
    scope: v.nullable(v.picklist(SCOPES)),
    look: v.exactOptional(v.strictObject(lookFound)),
  }),
  "capture.stop": tab,
  "capture.cutOff": v.strictObject({}),
  "exhibit.correct": correctionRequest,
  "exhibit.remark": v.strictObject({ item: exhibitId, remarks, replaces: v.nullable(uuid) }),
  "note.put": noteDraft,
  "note.remove": v.strictObject({ caseId, note: v.strictObject({ id: noteId, revision: uuid }) }),
  "address.keep": BODIES.address,
  "report.log": v.strictObject({
    ...v.pick(BODIES.report, ["kind", "destination", "to", "address"]).entries,
    exhibit: v.nullable(exhibitId),
  }),
  "report.here": v.strictObject({
    url: v.pipe(v.string(), v.maxLength(MAX_ADDRESS)),
    report: v.nullable(reportPlace),
  }),
  "report.look": v.strictObject({ ...lookFound, exhibit: v.nullable(exhibitId) }),
  "exhibit.addressOnly": v.strictObject({ item: exhibitId }),
  "case.begin": v.strictObject({ about: BODIES.case }),
  "case.choose": v.strictObject({ caseId }),
  "case.now": v.strictObject({}),
  "rows.remove": v.strictObject({}),
  "pages.leave": v.strictObject({}),
  "case.leave": v.strictObject({ caseId }),
  "exhibit.delete": v.strictObject({ item: exhibitId }),
  "exhibit.saved": v.strictObject({ item: exhibitId }),
  "recording.cutOff": v.strictObject({}),
  "recording.told": v.strictObject({ items: v.array(exhibitId) }),
  "custody.append": v.strictObject({
    caseId,
    act: v.strictObject({
      event: v.picklist<readonly CustodyEvent[]>(CUSTODY_EVENTS),
      item: v.nullable(exhibitId),
      digest: v.nullable(digest),
      detail: v.pipe(v.record(v.pipe(v.string(), v.maxLength(60)), detailValue), v.maxEntries(MAX_DETAILS)),
    }),
  }),
} satisfies { [Name in MessageName]: v.GenericSchema<never, Request<Name>> | v.GenericSchema<unknown, Request<Name>> };

const message = v.strictObject({
  name: v.picklist(Object.keys(REQUESTS) as MessageName[]),
  request: v.unknown(),
});

/** What a sender is: `sender.url` decides, not `sender.tab`, because our library page has a tab too. */
function mayAsk(name: MessageName, sender: { id?: string | undefined; url?: string | undefined }): boolean {
  if (sender.id !== browser.runtime.id) return false;
  const isOurPage = sender.url?.startsWith(browser.runtime.getURL("/")) ?? false;
  return isOurPage || PAGE_MAY_SEND.has(name);
}

/** Registers the one listener. What is not a message of ours is left unanswered. */
export function serve(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((received: unknown, sender: Runtime.MessageSender) => {
    const heard = v.safeParse(message, received);
    if (!heard.success || !mayAsk(heard.output.name, sender)) return undefined;
    const { name } = heard.output;
    const request = v.safeParse(REQUESTS[name] as v.GenericSchema, heard.output.request);
    if (!request.success) return Promise.reject(new TypeError(`malformed request: ${name}`));
    return (handlers[name] as (request: unknown) => Promise<unknown>)(request.output);
  });
}
