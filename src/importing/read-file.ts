/**
 * Looks at a file that comes in: what it is, and what it says of itself. All of it is hostile: what cannot be read is no
 * reason not to take the file in, it only says nothing then. Format: docs/formats/record.md
 */
import { type FileClaim, IMPORT_LIMITS, type Imported } from "@/src/model/from-elsewhere";
import { chatClaims } from "./chat";
import { type FileKind, HEAD_BYTES, kindOf, textOf } from "./kind";
import { MAX_MAIL_BYTES, readMail } from "./mail";
import { readPacked } from "./packed";
import { EXIF_BYTES, exifClaims } from "./picture";

/** What was found out about a file. */
export type FileReading = Pick<Imported, "form" | "says" | "text"> & Omit<FileKind, "form">;

/** Of a text; its end is not looked at where it is longer. */
const TEXT_BYTES = 16 << 20;

/** @throws where the file itself cannot be read */
export async function readFile(file: Blob, name: string): Promise<FileReading> {
  const kind = kindOf(await bytesOf(file, HEAD_BYTES), name);
  const said = await saidBy(file, kind).catch((): Said => ({}));
  return { ...kind, ...said, says: (said.says ?? []).map(bounded), text: cut(said.text ?? null, IMPORT_LIMITS.text) };
}

type Said = Partial<Pick<Imported, "form" | "says" | "text">>;

async function saidBy(file: Blob, { form }: FileKind): Promise<Said> {
  switch (form) {
    case "picture":
      return { says: exifClaims((await bytesOf(file, EXIF_BYTES)).buffer) };
    case "mail":
      return file.size > MAX_MAIL_BYTES ? {} : readMail(await file.arrayBuffer());
    case "text":
      return conversationOr(await bytesOf(file, TEXT_BYTES), file.size <= TEXT_BYTES);
    case "packed": {
      const { says, chat } = await readPacked(file);
      const said = chat === null ? {} : conversationOr(chat, true);
      return said.form === "chat" ? { ...said, says: [...said.says!, ...says] } : { says };
    }
    default:
      return {};
  }
}

/** @param isWhole Whether these are all of its bytes: of a part nothing is counted. */
function conversationOr(bytes: Uint8Array, isWhole: boolean): Said {
  const text = textOf(bytes);
  const says = text !== null && isWhole ? chatClaims(text) : null;
  return says === null ? { text } : { form: "chat", says, text };
}

async function bytesOf(file: Blob, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(0, length).arrayBuffer());
}

function bounded({ name, value, source }: FileClaim): FileClaim {
  return { name, value: cut(value, IMPORT_LIMITS.value)!, source };
}

/** At a whole letter, and without halves of letters in it. */
export function cut(text: string | null, length: number): string | null {
  return text === null
    ? null
    : text
        .toWellFormed()
        .slice(0, length)
        .replace(/[\ud800-\udbff]$/, "");
}
