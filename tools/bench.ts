/** `npm run bench -- NAME`: measures one part, with peers or the physical floor beside it in the same run. */
import { benchCapture } from "./bench/capture";
import { benchCopies } from "./bench/copies";
import { benchExport } from "./bench/export";
import { benchImport } from "./bench/import";
import { benchVault } from "./bench/vault";
import { benchVerify } from "./bench/verify";
import { benchExtract } from "./bench-extract";

/** Each takes its own arguments and gives the exit code: 0 measured, 1 something could not be measured, 2 wrong usage. */
const BENCHES: Record<string, (args: string[]) => Promise<number>> = {
  capture: benchCapture,
  copies: benchCopies,
  export: benchExport,
  extract: benchExtract,
  import: benchImport,
  vault: benchVault,
  verify: benchVerify,
};

const [name = "", ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (!bench) {
  console.error(`npm run bench -- NAME [--json FILE]; NAME is one of: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
process.exit(await bench(args));
