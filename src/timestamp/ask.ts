/** Asks an authority for a stamp. What leaves this device is one digest and a nonce; what comes back is checked at once. */
import { StampError, type Stamped } from "@/src/model/stamp";
import { completeStamp } from "./complete";
import { stampRequest } from "./request";

/** Sends a request to an address and gives back the reply. @throws {StampError} `unreachable`, `badAnswer`, `stopped` */
export type Post = (
  url: string,
  request: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * @param data What is stamped; only its SHA-256 is sent.
 * @throws {StampError} any of its codes but `notAllowed` and `notAPackage`
 */
export async function askForStamp(
  data: Uint8Array<ArrayBuffer>,
  url: string,
  post: Post,
  signal: AbortSignal,
): Promise<Stamped> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  const request = stampRequest(digest);
  const reply = await post(url, request, signal);
  if (signal.aborted) throw new StampError("stopped");
  return completeStamp(data, request, reply);
}
