/** What was measured on, and where figures are written to. */
import { mkdir, writeFile } from "node:fs/promises";
import { cpus, platform, release, totalmem } from "node:os";
import { dirname } from "node:path";

export function machineFacts() {
  const [first] = cpus();
  return {
    cpu: first?.model ?? "unknown",
    cpus: cpus().length,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    os: `${platform()} ${release()}`,
    node: process.version,
  };
}

/** @param found `{machine, rows, peers, totals}`. */
export async function writeFigures(path: string, found: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(found, null, 2)}\n`);
}
