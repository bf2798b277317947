/** The stamps that were taken while saving, out of the log into files, so that `openssl ts -verify` can read them. */
import { headStampsIn, saltedHead } from "@/src/custody/head-stamp";
import type { CustodyEntry } from "@/src/model/custody";
import type { BagSink } from "./bag-sink";
import { stampEntries } from "./stamp-entries";

export async function addHeadStamps(bag: BagSink, custody: readonly CustodyEntry[]): Promise<void> {
  for (const stamp of headStampsIn(custody).stamps) {
    const folder = `custody/stamps/${String(stamp.entry).padStart(5, "0")}`;
    const files: [string, Blob][] = [["head.txt", new Blob([saltedHead(stamp)])], ...stampEntries(stamp.files)];
    for (const [path, content] of files) {
      const file = { bytes: content.size, mime: "application/octet-stream" };
      await bag.addFile(`${folder}/${path.replace("stamp/", "")}`, content.stream(), file);
    }
  }
}
