/** Puts a time stamp into a bundle that was made already. Its other files are copied as they are, and not unpacked. */
import { BlobReader } from "@zip.js/zip.js/lib/zip-core-custom.js";
import { ZipWriter } from "@zip.js/zip.js/lib/zip-core-writer.js";
import type { Stamped } from "@/src/model/stamp";
import { stampEntries } from "./stamp-entries";
import { stoppable } from "./stoppable";
import { dosTime } from "./zip-sink";

/**
 * @param top The bundle's own folder in the ZIP; empty where its files lie at the top.
 * @returns The bundle with this stamp in place of the one it had. The stream errors where the ZIP cannot be read.
 */
export function withStamp(zip: Blob, top: string, { files, stamp }: Stamped): ReadableStream<Uint8Array> {
  const { stream, out, stopped } = stoppable();
  const folder = top === "" ? "" : `${top}/`;
  const write = async () => {
    const writer = new ZipWriter(out, { level: 0, useWebWorkers: false, extendedTimestamp: false, signal: stopped });
    const isStamp = (path: string) => path.startsWith(`${folder}stamp/`);
    await writer.appendZip(new BlobReader(zip), { filter: ({ filename }) => !isStamp(filename) });
    const options = { rawLastModDate: dosTime(stamp.time) };
    for (const [path, content] of stampEntries(files)) {
      await writer.add(folder + path, new BlobReader(content), options);
    }
    await writer.close();
  };
  write().catch((error: unknown) => out.abort(error).catch(() => {})); // told to who reads the stream
  return stream;
}
