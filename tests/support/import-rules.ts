/**
 * The rules of style and safety that can be read off the text of a file: who may import whom, and which words of the
 * platform no file of ours may use. It reads lines; it does not run a compiler, so a word hidden in a computed name passes.
 */

export interface SourceFile {
  /** From the project's root, with `/`. */
  path: string;
  text: string;
}

export interface ImportLine {
  from: string;
  to: string;
  typeOnly: boolean;
  kind: "import" | "re-export" | "dynamic";
}

interface Allowed {
  /** Other folders of `src`; `vault/read` means that one file. */
  folders: readonly string[];
  /** npm packages, each with what it is needed for. */
  packages?: Readonly<Record<string, string>>;
  /** Files outside `src`. */
  data?: readonly string[];
}

/** The table "Who may import whom" of the style guide, and the packages each folder needs. Both lists are closed. */
export const MAY_IMPORT: Readonly<Record<string, Allowed>> = {
  model: {
    folders: [],
    packages: {
      "@noble/hashes": "digests of streams, which Web Crypto cannot be fed",
      canonicalize: "RFC 8785, one text for one value",
    },
  },
  platform: { folders: ["model"], packages: { "webextension-polyfill": "one name for both browsers' API" } },
  notes: {
    folders: ["model"],
    packages: { valibot: "what is written and what comes from elsewhere is checked for shape" },
  },
  account: { folders: ["model"] },
  messaging: {
    folders: ["model", "notes", "platform"],
    packages: {
      valibot: "requests and answers are checked for shape",
      "webextension-polyfill": "the type of a sender; types only",
    },
  },
  i18n: { folders: ["model", "platform"], data: ["@/public/_locales/en/messages.json"] },
  extract: { folders: ["model"] },
  custody: {
    folders: ["model"],
    packages: {
      valibot: "log entries are checked for shape",
      "@noble/curves": "signatures in DER, as openssl takes them",
    },
  },
  manifest: { folders: ["model"] },
  png: { folders: ["model"] },
  picture: { folders: ["model", "png"] },
  search: { folders: ["model"] },
  report: { folders: ["model"], packages: { valibot: "the directory is checked for shape" } },
  importing: {
    folders: ["model", "verify/zip-source"],
    packages: { exifreader: "what a picture says of itself", "postal-mime": "header fields and text of an e-mail" },
  },
  timestamp: {
    folders: ["model"],
    packages: {
      pkijs: "requests, replies and certificates (RFC 3161, 5652, 5280)",
      asn1js: "the ASN.1 that pkijs is made of",
    },
  },
  verify: {
    folders: ["model", "custody", "manifest", "notes", "timestamp/check-stamp"],
    packages: { valibot: "records are checked for shape", "@zip.js/zip.js": "reads the bundle's ZIP" },
  },
  capture: {
    folders: ["model", "platform", "messaging", "png"],
    packages: {
      valibot: "runs the checks that messaging describes",
      html2canvas: "draws a page again that cannot be photographed; only in a script that is injected then",
    },
  },
  vault: {
    folders: ["model", "platform", "custody"],
    packages: {
      idb: "promises for IndexedDB",
      "age-encryption": "seals the data keys",
      "@scure/bip39": "the words of passphrases that are made",
    },
  },
  export: {
    folders: ["model", "platform", "custody", "manifest", "png", "vault/read"],
    packages: {
      "@zip.js/zip.js": "writes the bundle's ZIP",
      pdfkit: "writes the binder's PDF",
      fontkit: "measures text and shapes it; pdfkit's own",
      linebreak: "where lines may end (UAX 14); pdfkit's own",
      "bidi-js": "order of text from right to left (UAX 9)",
    },
  },
  marked: { folders: ["model", "i18n", "png"] },
  ui: {
    folders: ["model", "account", "i18n", "messaging", "report", "search", "timestamp/roots", "ui"],
    packages: {
      preact: "draws the components",
      "@zxcvbn-ts/core": "how hard a passphrase is to guess",
      "@zxcvbn-ts/language-common": "the word lists for it",
    },
  },
  "check-page": {
    folders: ["model", "i18n", "ui", "verify"],
    packages: { preact: "draws the components" },
  },
};

/** Its word lists weigh more than the rest of the library, and are needed once. */
const LOADED_LATE = "src/ui/library/strength.ts";

/** Only this file gets the extension API itself; all others take it from here, where a test can replace it. */
const API_FILE = "src/platform/browser.ts";
const API_PACKAGE = "webextension-polyfill";

/** What no file that ships may say, and why. Comments are not looked at. */
export const FORBIDDEN_WORDS: readonly { words: RegExp; why: string; except?: readonly string[] }[] = [
  // Files of this package, and a time-stamp authority of the list; the security policy of our pages allows no other address.
  { words: /\bfetch\s*\(/, why: "no network", except: ["src/platform/own-file.ts", "src/timestamp/post.ts"] },
  { words: /\bXMLHttpRequest\b/, why: "no network" },
  { words: /\bWebSocket(Stream)?\b/, why: "no network" },
  { words: /\bWebTransport\b/, why: "no network" },
  { words: /\bEventSource\b/, why: "no network" },
  { words: /\bRTCPeerConnection\b/, why: "no network" },
  { words: /\bsendBeacon\b/, why: "no network" },
  { words: /\buseId\b/, why: "ids come twice; see use-own-id.ts", except: ["src/ui/parts/use-own-id.ts"] },
  { words: /\binnerHTML\b/, why: "captured text is shown as text" },
  { words: /\bouterHTML\s*=(?!=)/, why: "captured text is shown as text" },
  { words: /\binsertAdjacentHTML\b/, why: "captured text is shown as text" },
  { words: /\bdangerouslySetInnerHTML\b/, why: "captured text is shown as text" },
  { words: /\bsetHTML(Unsafe)?\b/, why: "captured text is shown as text" },
  { words: /\bcreateContextualFragment\b/, why: "captured text is shown as text" },
  {
    words: /\bDOMParser\b/,
    why: "captured HTML is never parsed in our pages",
    // The page's own `noscript`, on the page's side, into a document that loads and runs nothing.
    except: ["src/extract/noscript.ts"],
  },
  { words: /\bdocument\.write(ln)?\b/, why: "captured text is shown as text" },
  { words: /\beval\b/, why: "no code is made from text" },
  { words: /\bnew\s+Function\b/, why: "no code is made from text" },
  { words: /\bset(Timeout|Interval)\s*\(\s*["'`]/, why: "no code is made from text" },
  { words: /\bimportScripts\b/, why: "no code from elsewhere" },
  { words: /\bWebAssembly\b/, why: "no code that a reader cannot read" },
  {
    words: /\b(local|session)Storage\b/,
    why: "kept in the clear",
    // The page's own, only read, so that nothing of it is kept.
    except: ["src/capture/page-side/page-secrets.ts"],
  },
  {
    words: /\bstorage\.(sync|local|managed)\b/,
    why: "kept in the clear, or sent elsewhere",
    except: ["src/platform/local-store.ts", "src/platform/clearing.ts", "src/platform/log-heads.ts"],
  },
  {
    words: /\bwriteLocal\b/,
    why: "kept in the clear",
    // What the user sets, the head of each log, and that everything is being deleted; nothing of what was saved.
    except: [
      "src/platform/local-store.ts",
      "src/platform/preferences.ts",
      "src/platform/surface.ts",
      "src/platform/pad.ts",
      "src/platform/clearing.ts",
      "src/platform/log-heads.ts",
    ],
  },
  { words: /\bsetAccessLevel\b/, why: "would open the session's key to content scripts" },
  { words: /\bon(Message|Connect)External\b/, why: "nobody else may talk to us" },
];

const STATIC_IMPORT = /^(import|export)\s+(type\s)?[\w\s{},*$]*?from\s*["']([^"']+)["']/gm;
const BARE_IMPORT = /^import\s*["']([^"']+)["']/gm;
const DYNAMIC_IMPORT = /\b(?:import|require)\s*\(\s*(?:["'`]([^"'`]*)["'`])?/g;

export function importsOf({ path, text }: SourceFile): ImportLine[] {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(STATIC_IMPORT)].map((match) => ({
      from: path,
      to: match[3]!,
      typeOnly: match[2] !== undefined,
      kind: match[1] === "export" ? ("re-export" as const) : ("import" as const),
    })),
    ...[...code.matchAll(BARE_IMPORT)].map((match) => line(path, match[1]!, "import")),
    ...[...code.matchAll(DYNAMIC_IMPORT)].map((match) => line(path, match[1] ?? "(computed)", "dynamic")),
  ];
}

const line = (from: string, to: string, kind: ImportLine["kind"]): ImportLine => ({ from, to, kind, typeOnly: false });

/** Every line of the file that breaks a rule, as a sentence. */
export function faultsOf(file: SourceFile): string[] {
  const imports = importsOf(file).flatMap(importFaults);
  const name = file.path.split("/").at(-1)!;
  const barrel = /^index\.tsx?$/.test(name) ? [`${file.path} is a barrel file`] : [];
  return [...barrel, ...imports, ...wordFaults(file)];
}

function wordFaults({ path, text }: SourceFile): string[] {
  const code = withoutComments(text);
  return FORBIDDEN_WORDS.flatMap(({ words, why, except }) => {
    const found = words.exec(code);
    return found && !except?.includes(path) ? [`${path} says “${found[0]}”: ${why}`] : [];
  });
}

function importFaults(line: ImportLine): string[] {
  const { from, to } = line;
  const says = (what: string) => [`${from} imports “${to}”: ${what}`];
  if (line.kind === "re-export") return says("no barrel files");
  if (line.kind === "dynamic" && from !== LOADED_LATE) return says("what a file uses stands at its top");
  if (/^[a-z]+:/.test(to) && !to.startsWith("node:")) return says("no code from elsewhere");
  if (to.split("/").includes("..")) return says("across folders write @/src/…");
  if (to.startsWith("@/src/") && folderPath(to.slice(2)) === folderPath(from)) return says("within a folder write ./…");
  return from.startsWith("src/") ? tableFaults(line, says) : entrypointFaults(line, says);
}

function entrypointFaults({ to, typeOnly }: ImportLine, says: (what: string) => string[]): string[] {
  if (to.startsWith("@/") && !to.startsWith("@/src/")) return says("entrypoints import from src");
  if (packageOf(to) === API_PACKAGE && !typeOnly) return says("take the browser from @/src/platform/browser");
  return [];
}

function tableFaults({ from, to, typeOnly }: ImportLine, says: (what: string) => string[]): string[] {
  const folder = from.split("/")[1]!;
  const allowed = MAY_IMPORT[folder];
  if (!allowed) return says(`the table does not know src/${folder}`);
  if (to.startsWith("./")) return [];
  if (to.startsWith("@/src/")) return isAllowedPath(folder, allowed, to) ? [] : says(`src/${folder} may not`);
  if (to.startsWith("@/")) return allowed.data?.includes(to) ? [] : says("only src ships");
  const name = packageOf(to);
  if (!Object.hasOwn(allowed.packages ?? {}, name)) return says(`src/${folder} may not use this package`);
  if (name === API_PACKAGE && from !== API_FILE && !typeOnly)
    return says("take the browser from @/src/platform/browser");
  return [];
}

function isAllowedPath(folder: string, allowed: Allowed, to: string): boolean {
  const path = to.slice("@/src/".length);
  const target = path.split("/")[0]!;
  return target === folder || allowed.folders.some((each) => each === target || each === path);
}

/** `@scope/name/deep/file.js` → `@scope/name`. */
function packageOf(to: string): string {
  return to
    .split("/")
    .slice(0, to.startsWith("@") ? 2 : 1)
    .join("/");
}

const folderPath = (path: string): string => path.replace(/^\//, "").split("/").slice(0, -1).join("/");

/** Good enough for code that a formatter has laid out: `//` within a text stands after a colon there. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(,])\/\/.*$/gm, "$1");
}

/** Rings among nodes, each once, as the nodes in order; the search starts at every node. */
export function ringsIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const rings = new Map<string, string[]>();
  const visited = new Set<string>();
  const walk = (node: string, trail: string[]): void => {
    const start = trail.indexOf(node);
    if (start >= 0) {
      const ring = trail.slice(start);
      rings.set([...ring].sort().join(" "), ring);
      return;
    }
    if (visited.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...trail, node]);
    visited.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return [...rings.values()];
}

/** Which folder of `src` imports which other. */
export function folderGraph(files: readonly SourceFile[]): Map<string, Set<string>> {
  return graphOf(files.flatMap(importsOf), ({ from, to }) =>
    from.startsWith("src/") && to.startsWith("@/src/") ? [from.split("/")[1]!, to.split("/")[2]!] : null,
  );
}

/** Which file imports which other so that it runs; imports of types leave nothing behind. */
export function fileGraph(files: readonly SourceFile[]): Map<string, Set<string>> {
  return graphOf(
    files.flatMap(importsOf).filter(({ typeOnly }) => !typeOnly),
    ({ from, to }) => {
      if (to.startsWith("@/")) return [bare(from), bare(to.slice(2))];
      return to.startsWith("./") ? [bare(from), bare(`${folderPath(from)}/${to.slice(2)}`)] : null;
    },
  );
}

const bare = (path: string): string => path.replace(/\.tsx?$/, "");

function graphOf(
  lines: readonly ImportLine[],
  edgeOf: (line: ImportLine) => [string, string] | null,
): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const each of lines) {
    const [from, to] = edgeOf(each) ?? [];
    if (from === undefined || to === undefined || from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  return graph;
}
