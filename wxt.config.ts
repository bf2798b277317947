import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "wxt";
import authorities from "./src/timestamp/authorities.json" with { type: "json" };
import { checkPage } from "./tools/check-page";
import { exifOnly } from "./tools/exif-only";
import { fontLicence, packedFonts } from "./tools/fonts";

/** Of the time-stamp authorities that can be asked; nothing else in the program speaks to a server (decision 17). */
const STAMP_ORIGINS = authorities.flatMap(({ url }) => (url === null ? [] : [new URL(url).origin]));

/**
 * Everything is refused that is not named. `blob:` shows pictures, videos and sound decrypted in memory. `connect-src` names this package's
 * own files, for the fonts of the printed binder, and the time-stamp authorities, which the browser lets through only after
 * the user allowed the one that is asked.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src blob:",
  `connect-src 'self' ${STAMP_ORIGINS.join(" ")}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

/** First 12 hex digits of the SHA-256 over all source files: the same source gives the same value anywhere. */
function sourceHash(): string {
  const files = globSync(["entrypoints/**/*.*", "src/**/*.*", "public/**/*.*", "package-lock.json", "wxt.config.ts"]);
  const hash = createHash("sha256");
  for (const file of files.map((path) => path.replaceAll("\\", "/")).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: "__MSG_extName__",
    short_name: "__MSG_extShortName__",
    description: "__MSG_extDescription__",
    default_locale: "en",
    permissions: ["activeTab", "scripting", "storage", "unlimitedStorage", "contextMenus", "alarms"],
    action: { default_title: "__MSG_extName__" },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+E" } },
    },
    optional_host_permissions: STAMP_ORIGINS.map((origin) => `${origin}/*`),
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "notes@tidemark.invalid",
              strict_min_version: "140.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : { minimum_chrome_version: "140", optional_permissions: ["pageCapture", "history"] }),
  }),
  hooks: {
    // The framework takes the popup's own title, which is not translated.
    "build:manifestGenerated": (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = "__MSG_extName__";
    },
    "build:publicAssets": async (_wxt, assets) => {
      const { table, files } = await packedFonts();
      assets.push({ relativeDest: "fonts/table.json", contents: JSON.stringify(table) });
      for (const [name, path] of files) assets.push({ relativeDest: `fonts/${name}`, absoluteSrc: path });
      assets.push({ relativeDest: "fonts/licence.txt", contents: fontLicence() });
      // Handed out with each package and never opened here, so it has the name of a text.
      assets.push({ relativeDest: "check.html.txt", contents: await checkPage() });
    },
  },
  vite: () => ({
    plugins: [exifOnly()],
    build: { modulePreload: false, target: "es2024" },
    define: { __BUILD_HASH__: JSON.stringify(sourceHash()) },
  }),
});
