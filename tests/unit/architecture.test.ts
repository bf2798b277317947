import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  FORBIDDEN_WORDS,
  faultsOf,
  fileGraph,
  folderGraph,
  importsOf,
  MAY_IMPORT,
  ringsIn,
  type SourceFile,
} from "../support/import-rules";

const read = (pattern: string): SourceFile[] =>
  globSync(pattern).map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(path, "utf8") }));

const SRC = read("src/**/*.{ts,tsx}");
const ENTRYPOINTS = read("entrypoints/**/*.{ts,tsx}");

describe("the source tree", () => {
  test("is seen by these tests", () => {
    expect(SRC.length).toBeGreaterThan(100);
    expect(ENTRYPOINTS.length).toBeGreaterThan(5);
    expect(SRC.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  test("imports and says only what the rules allow", () => {
    expect([...SRC, ...ENTRYPOINTS].flatMap(faultsOf)).toEqual([]);
  });

  test("has no import ring, neither among folders nor among files", () => {
    expect(ringsIn(folderGraph(SRC))).toEqual([]);
    expect(ringsIn(fileGraph([...SRC, ...ENTRYPOINTS]))).toEqual([]);
  });

  test("uses every package and neighbour that the table allows it, so that the lists stay closed", () => {
    for (const [folder, { packages = {} }] of Object.entries(MAY_IMPORT)) {
      const used = SRC.filter(({ path }) => path.startsWith(`src/${folder}/`)).flatMap(importsOf);
      for (const name of Object.keys(packages)) {
        expect(
          used.some(({ to }) => to === name || to.startsWith(`${name}/`)),
          `${folder} needs ${name}`,
        ).toBe(true);
      }
    }
  });

  test("needs every exception that is made", () => {
    for (const { words, except = [] } of FORBIDDEN_WORDS) {
      for (const file of except) expect(SRC.find(({ path }) => path === file)?.text, file).toMatch(words);
    }
  });

  test("has no folder that the table does not name, and no file outside of one", () => {
    const folders = SRC.map(({ path }) => path.split("/")).map(([, folder, file]) => (file ? folder : "(none)"));
    expect([...new Set(folders)].filter((folder) => !MAY_IMPORT[folder!])).toEqual([]);
  });

  test("is not built on tests or tools, nor are tools built on entrypoints or tests", () => {
    const tools = read("tools/**/*.ts").flatMap(importsOf);
    const strays = tools.filter(({ to }) => /(^|\/)(entrypoints|tests)\//.test(to));
    expect(strays.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

describe("the rules refuse", () => {
  const breaks: [rule: string, path: string, text: string][] = [
    ["model that imports another folder", "src/model/a.ts", 'import { t } from "@/src/i18n/t";'],
    ["model that imports a type of another folder", "src/model/a.ts", 'import type { A } from "@/src/vault/open";'],
    ["verify that touches the vault", "src/verify/a.ts", 'import { a } from "@/src/vault/read";'],
    ["verify that knows the browser", "src/verify/a.ts", 'import { browser } from "@/src/platform/browser";'],
    ["export that reaches past vault/read", "src/export/a.ts", 'import { a } from "@/src/vault/reader";'],
    ["ui that reads the vault", "src/ui/library/a.tsx", 'import { a } from "@/src/vault/read";'],
    ["capture that writes the vault", "src/capture/a.ts", 'import { a } from "@/src/vault/seal";'],
    ["the import over several lines", "src/extract/a.ts", 'import {\n  a,\n  type B,\n} from "@/src/platform/clock";'],
    ["src that imports an entrypoint", "src/ui/a.ts", 'import { a } from "@/entrypoints/popup/world";'],
    ["src that imports a test's helper", "src/ui/a.ts", 'import { a } from "@/tests/support/exhibits";'],
    ["an entrypoint that imports a tool", "entrypoints/a.ts", 'import { a } from "@/tools/root";'],
    ["a package that is not on the folder's list", "src/extract/a.ts", 'import * as v from "valibot";'],
    ["a package of another folder", "src/custody/a.ts", 'import { openDB } from "idb";'],
    ["a built-in module of Node", "src/verify/a.ts", 'import { readFile } from "node:fs/promises";'],
    ["the browser's API past platform", "src/vault/a.ts", 'import browser from "webextension-polyfill";'],
    ["the API as a value in messaging", "src/messaging/a.ts", 'import browser from "webextension-polyfill";'],
    ["the API as a value in an entrypoint", "entrypoints/a.ts", 'import browser from "webextension-polyfill";'],
    ["a folder that nobody agreed on", "src/utils/a.ts", 'import { a } from "@/src/model/digest";'],
    ["a way up", "src/ui/popup/a.ts", 'import { a } from "../parts/Button";'],
    ["a way up in the middle", "src/ui/popup/a.ts", 'import { a } from "./../parts/Button";'],
    ["the long way to the same folder", "src/vault/a.ts", 'import { a } from "@/src/vault/open";'],
    ["a barrel file", "src/vault/index.ts", "export const a = 1;"],
    ["a re-export", "src/vault/a.ts", 'export { a } from "./open";'],
    ["a re-export of everything", "src/vault/a.ts", 'export * from "./open";'],
    ["a re-export of a type", "src/vault/a.ts", 'export type { A } from "./open";'],
    ["a module from a server", "src/ui/a.ts", 'import a from "https://cdn.example/a.js";'],
    ["a module made of text", "entrypoints/a.ts", 'import a from "data:text/javascript,1";'],
    ["an import for its effect", "src/model/a.ts", 'import "idb";'],
    ["a late import", "src/verify/a.ts", 'const a = await import("@/src/model/digest");'],
    ["a computed import", "src/verify/a.ts", "const a = await import(name);"],
  ];
  test.each(breaks)("%s", (_rule, path, text) => {
    expect(faultsOf({ path, text })).toHaveLength(1);
  });

  const words = [
    'await fetch("https://x.example")',
    "new XMLHttpRequest()",
    "new WebSocket(url)",
    "new WebSocketStream(url)",
    "new WebTransport(url)",
    "new EventSource(url)",
    "new RTCPeerConnection()",
    "navigator.sendBeacon(url)",
    "const id = useId()",
    "element.innerHTML = text",
    "element.outerHTML = text",
    'element.insertAdjacentHTML("beforeend", text)',
    "<p dangerouslySetInnerHTML={{ __html: text }} />",
    "element.setHTML(text)",
    "element.setHTMLUnsafe(text)",
    "range.createContextualFragment(text)",
    "new DOMParser()",
    "document.write(text)",
    "eval(text)",
    'new Function("a", text)',
    'setTimeout("alert(1)", 1)',
    "importScripts(url)",
    "WebAssembly.instantiate(bytes)",
    'localStorage.setItem("a", text)',
    "sessionStorage.length",
    "browser.storage.sync.set({ text })",
    "browser.storage.local.set({ text })",
    'writeLocal("a", text)',
    "browser.storage.session.setAccessLevel({})",
    "browser.runtime.onMessageExternal.addListener(hear)",
    "browser.runtime.onConnectExternal.addListener(hear)",
  ];
  test.each(words)("%s", (text) => {
    expect(faultsOf({ path: "src/ui/a.tsx", text })).toHaveLength(1);
    expect(faultsOf({ path: "entrypoints/a.ts", text })).toHaveLength(1);
  });

  test("every word on the list is tried above", () => {
    const untried = FORBIDDEN_WORDS.filter(({ words: pattern }) => !words.some((text) => pattern.test(text)));
    expect(untried).toEqual([]);
  });

  test("a ring of three folders, and a ring of two files", () => {
    const folders = [
      { path: "src/vault/a.ts", text: 'import "@/src/custody/b";' },
      { path: "src/custody/b.ts", text: 'import "@/src/model/c";' },
      { path: "src/model/c.ts", text: 'import type { A } from "@/src/vault/a";' },
    ];
    expect(ringsIn(folderGraph(folders))).toEqual([["vault", "custody", "model"]]);
    const files = [
      { path: "src/vault/a.ts", text: 'import { b } from "./b";' },
      { path: "src/vault/b.tsx", text: 'import { a } from "@/src/vault/a";' },
    ];
    expect(ringsIn(fileGraph(files))).toEqual([["src/vault/a", "src/vault/b"]]);
  });
});

describe("the rules let pass", () => {
  const fine: [rule: string, path: string, text: string][] = [
    ["a neighbour in the same folder", "src/vault/a.ts", 'import { a } from "./open";'],
    ["a folder the table names", "src/vault/a.ts", 'import { a } from "@/src/custody/chain";'],
    ["export reading the vault", "src/export/a.ts", 'import type { A } from "@/src/vault/read";'],
    ["one part of ui using another", "src/ui/library/a.tsx", 'import { a } from "@/src/ui/parts/Button";'],
    ["the type of a sender", "src/messaging/a.ts", 'import type { Runtime } from "webextension-polyfill";'],
    ["a word in a comment", "src/ui/a.ts", "// never innerHTML\n/* nor eval(text) */\nconst a = 1; // nor fetch(a)"],
    ["reading the page's own HTML", "src/capture/page-side/html.ts", "const shell = clone.outerHTML;"],
    ["comparing the page's own HTML", "src/capture/page-side/html.ts", "if (clone.outerHTML === shell) return;"],
    ["an address in a text", "src/report/a.ts", 'const a = "https://example.com//x"; const b = "fetched";'],
  ];
  test.each(fine)("%s", (_rule, path, text) => {
    expect(faultsOf({ path, text })).toEqual([]);
  });
});
