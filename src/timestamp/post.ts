/**
 * The one place in the program that speaks to a server: a time-stamp authority of the list, over https, when the user asked
 * for a stamp. No cookie and no referrer goes with it, and it follows no redirection. The browser itself adds `Origin`, which names
 * the extension (in Firefox by a number that this installation has to itself) and cannot be left out. The browser lets it
 * through only with the user's permission for that server, and our pages' policy names no other.
 */
import { StampError } from "@/src/model/stamp";
import type { Post } from "./ask";
import { MAX_REPLY_BYTES } from "./reply";
import { asked } from "./roots";

const PATIENCE_MS = 30_000;

export const postToAuthority: Post = async (url, request, signal) => {
  if (!asked().some((each) => each.url === url)) throw new TypeError("not an authority of the list");
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(url, { ...PLAIN, body: request, signal: patience });
    if (!response.ok || response.body === null) throw new StampError("badAnswer");
    return await bytesOf(response.body);
  } catch (error) {
    if (error instanceof StampError) throw error;
    throw new StampError(signal.aborted ? "stopped" : "unreachable", { cause: error });
  }
};

const PLAIN: RequestInit = {
  method: "POST",
  headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
  credentials: "omit",
  referrerPolicy: "no-referrer",
  redirect: "error",
  cache: "no-store",
};

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > MAX_REPLY_BYTES) throw new StampError("notAReply");
    pieces.push(piece);
  }
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
