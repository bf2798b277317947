/** What `npm run demo` says of wrong use; what it does is in the end-to-end tests' own journeys. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readOptions, UsageError } from "@/tools/demo-options";
import { ROOT } from "@/tools/root";

const run = (tool: string, ...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "tools", tool), ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });

describe("wrong use is told before anything starts", () => {
  test.each([
    [["--page", "absent.html"], "There is no file absent.html."],
    [["--page", "src"], "There is no file src."],
    [["--url", "file:///etc/hostname"], "The --url must be an http or https address, not file:///etc/hostname."],
    [["--url", "nowhere"], "The --url must be an http or https address, not nowhere."],
    [["--out", "package.json"], "The --out must be a folder, and package.json is a file."],
    [["--browser", "netscape"], "There is no browser “netscape”."],
    [["--scope", "half"], "There is no scope “half”."],
    [["--what"], "Unknown option '--what'."],
  ])("%j", async (args, sentence) => {
    await expect(readOptions(args)).rejects.toThrow(new UsageError(sentence));
  });

  test("in one sentence and the usage, with exit code 2 and no stack trace", () => {
    const { status, stdout, stderr } = run("demo.ts", "--out", "package.json/x", "--json");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^The folder .+ could not be made: [^\n]+\.\nUsage: [^\n]+\n$/);
  });
});

test("without a page or address, the sample page is kept", async () => {
  expect(await readOptions([])).toMatchObject({ pages: [expect.stringMatching(/post\.html$/)], urls: [] });
});

test.each(["demo.ts", "verify.ts", "extract.ts"])("%s --help prints the usage", (tool) => {
  const { status, stdout, stderr } = run(tool, "--help");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^Usage: npm run /);
});
