import { browser } from "@/src/platform/browser";
import type { MessageName, Reply, Request } from "./protocol";

/** Says one thing to the background and gives its reply. Rejects only when the background has a bug or is gone. */
export async function send<Name extends MessageName>(name: Name, request: Request<Name>): Promise<Reply<Name>> {
  return (await browser.runtime.sendMessage({ name, request })) as Reply<Name>;
}
