/**
 * What lies beside the bag's own folder. One file may: the page that checks the package, where `bag-info.txt` gives its
 * digest. No list of the bag can hold it, because it is no part of the bag.
 */
import { CHECK_PAGE } from "@/src/manifest/paths";
import { type Sha256, StreamDigester } from "@/src/model/digest";
import { type BagFile, DamagedError } from "./bag-source";
import type { Finding } from "./finding";

/**
 * That the page is not there says nothing: whoever packs the bag's own folder anew leaves it behind.
 * @param digest Of the page that checks, as `bag-info.txt` gives it; `null` where it names none.
 */
export async function besideFindings(outside: readonly BagFile[], digest: string | null): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const file of outside) {
    const { path } = file;
    if (path !== CHECK_PAGE || digest === null) findings.push({ code: "fileExtra", path });
    else {
      const found = await sha256Of(file);
      if (found === null) findings.push({ code: "zipDamaged", path });
      else if (found !== digest) findings.push({ code: "fileChanged", path, digests: { listed: digest, found } });
    }
  }
  return findings;
}

/** @returns `null` where the file cannot be read to its end. */
export async function sha256Of(file: BagFile): Promise<Sha256 | null> {
  const digester = new StreamDigester();
  try {
    await file.read((piece) => digester.update(piece));
    return digester.finish().sha256;
  } catch (error) {
    if (error instanceof DamagedError) return null;
    throw error;
  }
}
