/**
 * Makes `check.html`, the page that checks packages without the extension: script, style and words in one file, under a
 * security policy that names exactly these and nothing else.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "./root";

const LOCALES = join(ROOT, "public/_locales");

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}

export async function checkPage(): Promise<string> {
  const { script, style } = await builtParts();
  const words = Object.fromEntries(
    folders().map((folder) => {
      const messages = messagesIn(folder);
      return [messages.languageTag!.message, wordsFor(script, messages)];
    }),
  );
  return page({ script, style, words: JSON.stringify(words).replaceAll("<", "\\u003c") });
}

async function builtParts(): Promise<{ script: string; style: string }> {
  const folder = join(ROOT, "src/check-page");
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: "warn",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    resolve: {
      alias: [
        { find: "@/src/platform/browser", replacement: join(folder, "browser.ts") },
        { find: "@", replacement: ROOT },
      ],
    },
    build: {
      write: false,
      target: "es2024",
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: { input: join(folder, "main.tsx") },
    },
  });
  const output = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  const [script, ...more] = output.flatMap((file) =>
    file.type === "chunk" && file.code.trim() !== "" ? [file.code] : [],
  );
  const style = output.flatMap((file) => (file.type === "asset" ? [String(file.source)] : [])).join("");
  if (script === undefined || more.length > 0) throw new Error("check.html takes exactly one script");
  return { script, style };
}

/** Of every language. The first is shown where the reader's own is not here. */
function folders(): string[] {
  return ["en", ...readdirSync(LOCALES).filter((folder) => folder !== "en")];
}

function messagesIn(folder: string): Record<string, Message> {
  return JSON.parse(readFileSync(join(LOCALES, folder, "messages.json"), "utf8"));
}

/** The messages whose keys the script names, whole or, as in `finding_${code}`, by their beginning. */
function wordsFor(script: string, messages: Record<string, Message>): Record<string, Message> {
  const isNamed = (key: string) =>
    ['"', "'", "`"].some((quote) => script.includes(quote + key + quote)) ||
    (key.includes("_") && script.includes(`\`${key.slice(0, key.indexOf("_") + 1)}\${`));
  return Object.fromEntries(
    Object.entries(messages)
      .filter(([key]) => isNamed(key))
      .map(([key, { message, placeholders }]) => [key, { message, ...(placeholders && { placeholders }) }]),
  );
}

function page({ script, style, words }: { script: string; style: string; words: string }): string {
  // The only thing in HTML that ends a script or style early.
  const safe = script.replaceAll("</script", "<\\/script").trim();
  const policy = [
    "default-src 'none'",
    `script-src '${digest(safe)}'`,
    `style-src '${digest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Check a package</title>
<style>${style}</style>
</head>
<body>
<script type="application/json" id="words">${words}</script>
<script type="module">${safe}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
