import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { StampError, type StampFailure } from "@/src/model/stamp";
import { askForStamp, type Post } from "@/src/timestamp/ask";
import { postToAuthority } from "@/src/timestamp/post";
import { makeTsa, type Tsa } from "../../support/openssl-tsa";
import { digestBytes, LIST, stampOn } from "../../support/stamps";

const LISTED = "https://freetsa.org/tsr";

/** What the authority's server saw. */
interface Seen {
  method: string | undefined;
  headers: IncomingMessage["headers"];
  body: Buffer<ArrayBuffer>;
}

let tsa: Tsa;
let server: Server;
let seen: Seen[] = [];
let answer: (body: Buffer) => { status: number; headers?: Record<string, string>; body: Uint8Array };

beforeAll(async () => {
  tsa = makeTsa();
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    seen.push({ method: request.method, headers: request.headers, body });
    const { status, headers = { "content-type": "application/timestamp-reply" }, body: reply } = answer(body);
    response.writeHead(status, headers).end(reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const real = globalThis.fetch;
  // The listed address leads to the authority on this machine; everything else is as it ships.
  vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
    real(url === LISTED ? `http://127.0.0.1:${port}/` : "http://127.0.0.1:9/", init),
  );
}, 60_000);
afterAll(() => {
  vi.unstubAllGlobals();
  server?.close();
  tsa?.remove();
});
afterEach(() => {
  seen = [];
});

const going = new AbortController().signal;
const ask = (post: Post = postToAuthority) => askForStamp(LIST, LISTED, post, going);
const failure = async (work: Promise<unknown>): Promise<StampFailure | "none"> =>
  work.then(
    () => "none" as const,
    (error: unknown) => (error instanceof StampError ? error.code : Promise.reject(error)),
  );

test("one request goes out: the digest and a nonce, and nothing that tells of the program or the page", async () => {
  answer = (body) => ({ status: 200, body: tsa.reply(body) });
  await failure(ask());
  expect(seen).toHaveLength(1);
  const [{ method, headers, body }] = seen as [Seen];
  expect(method).toBe("POST");
  expect(headers["content-type"]).toBe("application/timestamp-query");
  expect(headers).not.toHaveProperty("cookie");
  expect(headers).not.toHaveProperty("referer");
  const digest = Buffer.from(await digestBytes(LIST));
  expect(body.includes(digest)).toBe(true);
  expect(body).toHaveLength(77); // the form, 32 bytes of digest, 16 of nonce
});

test("two requests for the same differ in their nonce alone", async () => {
  answer = (body) => ({ status: 200, body: tsa.reply(body) });
  await failure(ask());
  await failure(ask());
  const [one, other] = seen.map(({ body }) => body) as [Buffer, Buffer];
  const differ = [...one.keys()].filter((at) => one[at] !== other[at]);
  expect(differ.length).toBeGreaterThan(8);
  expect(differ.at(-1)! - differ[0]!).toBeLessThan(16);
});

const replies: [string, (body: Buffer) => ReturnType<typeof answer>, StampFailure][] = [
  ["no root that leads to it is known here", (body) => ({ status: 200, body: tsa.reply(body) }), "unknownAuthority"],
  ["the server has an error", () => ({ status: 500, body: new Uint8Array() }), "badAnswer"],
  [
    "the server sends elsewhere",
    () => ({ status: 302, headers: { location: "/other" }, body: new Uint8Array() }),
    "unreachable",
  ],
  ["the answer is a web page", () => ({ status: 200, body: Buffer.from("<html>") }), "notAReply"],
  ["the answer has no end", () => ({ status: 200, body: new Uint8Array(70_000) }), "notAReply"],
];
test.each(replies)("where %s, that is the failure", async (_name, given, code) => {
  answer = given;
  expect(await failure(ask())).toBe(code);
});

test("an answer to an earlier request is refused", async () => {
  const { reply } = await stampOn(tsa);
  answer = () => ({ status: 200, body: reply });
  expect(await failure(ask())).toBe("wrongNonce");
});

test("where nothing answers, the authority was not reached", async () => {
  expect(await failure(askForStamp(LIST, "https://timestamp.sectigo.com", postToAuthority, going))).toBe("unreachable");
});

test("a server that is not in the list is never spoken to", async () => {
  await expect(postToAuthority("https://example.org/", new Uint8Array(1), going)).rejects.toThrow("not an authority");
  expect(seen).toEqual([]);
});

test("stopped before the answer came, it says so", async () => {
  const stopping = new AbortController();
  answer = (body) => {
    stopping.abort();
    return { status: 200, body: tsa.reply(body) };
  };
  expect(await failure(askForStamp(LIST, LISTED, postToAuthority, stopping.signal))).toBe("stopped");
});
