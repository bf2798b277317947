/** Programs that read a PDF and know nothing of ours; `null` and a printed reason where they are not installed. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface PdfFile {
  path: string;
  /** As a person would copy it, marks of direction left out. @param page From 1; all of them when left out. */
  text(page?: number): string;
  /** What `qpdf --check` says, or `null` where there is no qpdf. */
  check(): { status: number; said: string } | null;
  /** The pictures in it, in their order, as PNG files. */
  pictures(): Buffer[];
  pages(): number;
}

export function pdfFile(bytes: Uint8Array): PdfFile | null {
  if (!has("pdftotext")) return null;
  const folder = mkdtempSync(join(tmpdir(), "binder-"));
  const path = join(folder, "binder.pdf");
  writeFileSync(path, bytes);
  const run = (tool: string, ...args: string[]) =>
    execFileSync(tool, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
  return {
    path,
    text: (page) =>
      run("pdftotext", ...(page === undefined ? [] : ["-f", `${page}`, "-l", `${page}`]), path, "-").replace(
        /[\u200E\u200F\u202A-\u202E]/g,
        "",
      ),
    check() {
      if (!has("qpdf")) return null;
      const { status, stdout, stderr } = spawnSync("qpdf", ["--check", path], { encoding: "utf8" });
      return { status: status ?? -1, said: stdout + stderr };
    },
    pictures() {
      run("pdfimages", "-png", path, join(folder, "p"));
      const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
      return names.sort().map((name) => readFileSync(join(folder, name)));
    },
    pages: () => Number(/^Pages:\s+(\d+)/m.exec(run("pdfinfo", path))?.[1]),
  };
}

function has(tool: string): boolean {
  const { error } = spawnSync(tool, ["--version"], { stdio: "ignore" });
  if (error) console.log(`skipped: ${tool} is not installed`);
  return !error;
}
