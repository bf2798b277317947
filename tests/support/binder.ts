/** What a binder in a test is made with: the fonts of the package, read from where they are built from, and English words. */
import { readFile } from "node:fs/promises";
import { missingText } from "@/src/export/missing-text";
import type { BinderWords } from "@/src/export/pdf/binder-words";
import { FontShelf } from "@/src/export/pdf/font-shelf";
import { packedFonts } from "@/tools/fonts";
import en from "../../public/_locales/en/messages.json";
import zh from "../../public/_locales/zh_TW/messages.json";

const fonts = packedFonts();

export async function packageFonts() {
  const { table, files } = await fonts;
  return { table, read: async (file: string) => new Uint8Array(await readFile(files.get(file)!)) };
}

export async function packageShelf(): Promise<FontShelf> {
  const { table, read } = await packageFonts();
  return new FontShelf(table, read);
}

export const ENGLISH = wordsFrom("en", en);
export const CHINESE = wordsFrom("zh-Hant", zh);

function wordsFrom(language: string, messages: Record<string, { message: string }>): BinderWords {
  return {
    language,
    fileClaim: (name) => messages[`claim_${name}`]!.message,
    direction: messages.languageDirection!.message === "rtl" ? "rtl" : "ltr",
    say(key, values = []) {
      const { message, placeholders = {} } = messages[`binder_${key}`] as {
        message: string;
        placeholders?: Record<string, unknown>;
      };
      const names = Object.keys(placeholders);
      return message.replace(/\$(\w+)\$/g, (_, name: string) => String(values[names.indexOf(name)]));
    },
    link: (rel) => messages[`link_${rel.replace("-", "_")}`]!.message,
    missing: missingText,
  };
}
