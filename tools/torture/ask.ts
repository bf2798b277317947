/** Asks the background in the words in which our own pages ask it. */
import type { MessageName, Reply, Request } from "@/src/messaging/protocol";
import type { View } from "../drive/view";

export function ask<Name extends MessageName>(view: View, name: Name, request: Request<Name>): Promise<Reply<Name>> {
  return view.run(
    (message) => {
      const { chrome } = globalThis as never as {
        chrome: { runtime: { sendMessage(message: object): Promise<never> } };
      };
      return chrome.runtime.sendMessage(message);
    },
    { name, request },
  );
}
