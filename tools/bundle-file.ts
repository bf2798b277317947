/** What lies in a bundle on disk, for whoever looks at bytes. */
import { openAsBlob } from "node:fs";
import { BlobReader, configure, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { PNG } from "pngjs";
import type { PageRecord } from "@/src/model/exhibit";

configure({ useWebWorkers: false });

export class BundleFile {
  private constructor(private readonly files: ReadonlyMap<string, Uint8Array>) {}

  static async read(path: string): Promise<BundleFile> {
    const zip = new ZipReader(new BlobReader(await openAsBlob(path)));
    const files = new Map<string, Uint8Array>();
    for (const entry of await zip.getEntries()) {
      if (entry.directory) continue;
      files.set(entry.filename.slice(entry.filename.indexOf("/") + 1), await entry.getData(new Uint8ArrayWriter()));
    }
    await zip.close();
    return new BundleFile(files);
  }

  get paths(): string[] {
    return [...this.files.keys()];
  }

  bytes(path: string): Uint8Array {
    const found = this.files.get(path);
    if (!found) throw new Error(`no ${path} among ${this.paths.join(", ")}`);
    return found;
  }

  text(path: string): string {
    return new TextDecoder().decode(this.bytes(path));
  }

  record(folder: string): PageRecord {
    return JSON.parse(this.text(`data/exhibits/${folder}/record.json`)) as PageRecord;
  }

  picture(folder: string, path = this.record(folder).picture.file): PNG {
    return this.png(`data/exhibits/${folder}/${path}`);
  }

  png(path: string): PNG {
    return PNG.sync.read(Buffer.from(this.bytes(path)));
  }
}
