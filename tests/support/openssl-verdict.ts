/** OpenSSL's own verdict on a stamp, to be compared with ours. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StampFiles } from "@/src/model/stamp";

/**
 * By the stamped bytes, and by the request: only the latter looks at the nonce, so a stamp fits where both say so.
 * @param at When the certificates must be valid; now where left out.
 */
export function opensslSays(data: Uint8Array, files: StampFiles, at?: Date): { byData: boolean; byRequest: boolean } {
  const dir = mkdtempSync(join(tmpdir(), "ts-"));
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const shared = ["-in", write("reply.tsr", files.reply), "-CAfile", write("root.pem", files.root)];
  if (files.chain !== "") shared.push("-untrusted", write("chain.pem", files.chain));
  if (at !== undefined) shared.push("-attime", String(Math.floor(at.getTime() / 1000)));
  const says = (...by: string[]) => spawnSync("openssl", ["ts", "-verify", ...by, ...shared]).status === 0;
  const byData = says("-data", write("data", data));
  const byRequest = says("-queryfile", write("request.tsq", files.request));
  rmSync(dir, { recursive: true, force: true });
  return { byData, byRequest };
}
