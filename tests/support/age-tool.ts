/** The program age, which knows nothing of ours; `null` where it is not installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const hasAge = spawnSync("age", ["--version"]).status === 0;

/** @returns Where the opened file lies. */
export function ageWithKey(sealed: string, identity: string): string {
  const [folder, opened] = room();
  const key = join(folder, "key.txt");
  writeFileSync(key, `${identity}\n`);
  expectDone(spawnSync("age", ["-d", "-i", key, "-o", opened, sealed], { encoding: "utf8" }));
  return opened;
}

/** age asks for a passphrase only on a terminal; `script` is one. */
export function ageWithPassphrase(sealed: string, passphrase: string): string {
  const [, opened] = room();
  const command = `age -d -o '${opened}' '${sealed}'`;
  expectDone(spawnSync("script", ["-qec", command, "/dev/null"], { input: `${passphrase}\n`, encoding: "utf8" }));
  readFileSync(opened); // it is there
  return opened;
}

function room(): [folder: string, opened: string] {
  const folder = mkdtempSync(join(tmpdir(), "age-"));
  return [folder, join(folder, "documents.zip")];
}

function expectDone({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): void {
  if (status !== 0) throw new Error(`age ended with ${status}: ${stdout}${stderr}`);
}
