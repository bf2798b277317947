import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PageFacts } from "@/src/model/page-facts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const URL_OF_PAGE = "https://forum.example/posts/41";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "extract-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `npm run extract -- …` as it is written in package.json. */
async function extract(...args: string[]): Promise<{ exit: number; out: string; errors: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "tools/extract.ts", ...args], { cwd: ROOT });
  let [out, errors] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (errors += data));
  const [exit] = (await once(child, "close")) as [number];
  return { exit, out, errors };
}

async function save(name: string, html: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), html);
  return join(folder, name);
}

test("reads a saved page in a real browser, without its scripts and without the network", {
  timeout: 60_000,
}, async () => {
  const asked: string[] = [];
  const server = createServer((request) => asked.push(request.url ?? "")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const file = await save(
    "post.html",
    `<html lang=en><head><meta http-equiv=refresh content="0;url=${outside}/away"><link rel=canonical href="/posts/41">
     <link rel=stylesheet href="${outside}/style.css"><meta property="og:title" content="A walk">
     <script>document.querySelector("[property]").content = "changed by a script"</script></head>
     <body onload="document.title='x'"><img src="${outside}/a.png"><iframe src="${outside}/frame"></iframe></body></html>`,
  );
  const { exit, out } = await extract(file, "--url", URL_OF_PAGE);
  server.close();
  expect(asked).toEqual([]);
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    pageUrl: URL_OF_PAGE,
    permalink: URL_OF_PAGE,
    title: "A walk",
    language: "en",
  });
});

test("prints a list in its order, with null for a page that failed and the reason on stderr", {
  timeout: 60_000,
}, async () => {
  await save("latin1.html", Buffer.from('<meta charset="iso-8859-1"><title>Caf\xE9</title>', "latin1"));
  await save("utf8.html", "<title>Café</title>");
  const list = await save(
    "list.json",
    JSON.stringify(["latin1.html", "gone.html", "utf8.html"].map((file) => ({ file, url: URL_OF_PAGE }))),
  );
  const { exit, out, errors } = await extract("--list", list);
  const facts = JSON.parse(out) as (PageFacts | null)[];
  expect(facts.map((one) => one?.title ?? null)).toEqual(["Café", null, "Café"]);
  expect(errors).toMatch(/^[^\n]*gone\.html: [^\n]+\n$/);
  expect(exit).toBe(0);
});

test.each([
  [[]],
  [["page.html"]],
  [["gone.html", "--url", URL_OF_PAGE]],
  [["package.json", "--url", "file:///tmp/x"]],
  [["--list", "package.json"]],
  [["--what"]],
])("says in one line what is wrong with %j", async (args) => {
  const { exit, out, errors } = await extract(...args);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
  expect(errors).toMatch(/^[A-Z][^\n]+\.\n$/);
});
