/**
 * Which file names we write, and which we agree to read. We write a small set that every system and tool takes the
 * same way; we read more, but never a name that could lead outside the bundle or stand for two files.
 * Format: docs/formats/bundle.md
 */
/** The page that checks the package: the one file that may lie beside the bag's own folder. */
export const CHECK_PAGE = "check.html";

const PLAIN_SEGMENT = /^[a-z0-9][a-z0-9._-]{0,60}$/;
/** With any ending: `nul.txt` is the device, too. */
const WINDOWS_DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9]|lpt[0-9]) *(\.|$)/;
const MAX_PLAIN_PATH = 180;
const MAX_READ_PATH = 1024;
/** C0 and C1 controls, and the characters Windows refuses in names (`:` also makes drives and hidden streams). */
const UNSAFE_CHARACTER = /[\p{Cc}\\:*?"<>|\u2028\u2029]/u;

/** Whether every part of `path` is a name we write: lower case, no spaces, no `%`, no Windows device, short. */
export function isPlainPath(path: string): boolean {
  return path.length <= MAX_PLAIN_PATH && path.split("/").every(isPlainName);
}

export function isPlainName(name: string): boolean {
  return PLAIN_SEGMENT.test(name) && !name.endsWith(".") && !WINDOWS_DEVICE.test(name);
}

/** Whether `path` stays below the folder it is read in, on every system: no root, drive, `..`, backslash or control. */
export function isSafePath(path: string): boolean {
  if (path.length === 0 || path.length > MAX_READ_PATH || !path.isWellFormed()) return false;
  if (UNSAFE_CHARACTER.test(path) || path.startsWith("~")) return false;
  return path.split("/").every(isSafeName);
}

/** Windows leaves out dots and spaces at a name's end (so `..` and `.` are none either), and opens its devices under their names. */
function isSafeName(name: string): boolean {
  return name !== "" && !/[. ]$/.test(name) && !WINDOWS_DEVICE.test(foldedPath(name));
}

/** One key for all names that some system takes for the same file: letter case and Unicode form do not count. */
export function foldedPath(path: string): string {
  return path.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}

/** The folders that a path lies in, the outermost first: `a`, `a/b` of `a/b/c`. */
export function foldersOf(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}
