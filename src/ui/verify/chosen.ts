/** What a person gives to be checked: one file, or a folder with all that is in it. */

export interface FolderFile {
  /** From the folder, without its own name, with `/`. */
  path: string;
  content: File;
}

export type Chosen = { kind: "file"; name: string; file: File } | { kind: "folder"; name: string; files: FolderFile[] };

/** What was given, at once or when it has been read; `null` where it was no file. Rejects where it cannot be read. */
export type Choosing = Chosen | null | Promise<Chosen | null>;

/** From a field for files, or one for a folder; `null` where nothing was chosen. */
export function chosenOf(files: readonly File[]): Chosen | null {
  const [first] = files;
  if (first === undefined) return null;
  if (first.webkitRelativePath === "") return { kind: "file", name: first.name, file: first };
  const [name = ""] = first.webkitRelativePath.split("/");
  const inside = files.map((content) => ({ path: content.webkitRelativePath.slice(name.length + 1), content }));
  return { kind: "folder", name, files: inside };
}

/** The part of the File System API that is used; Firefox has none of it here. */
interface Handle {
  kind: "file" | "directory";
  name: string;
  getFile(): Promise<File>;
  entries(): AsyncIterable<[string, Handle]>;
}
type Item = DataTransferItem & { getAsFileSystemHandle?(): Promise<Handle | null> };

/** More than a bundle can hold: somebody dropped another folder. */
const MAX_FILES = 100_000;

/**
 * From what was dropped; `null` where it was no file. Call it while the drop is handled: its items are gone afterwards.
 * In Chromium the older interface to folders fails in a page that was opened from the disk (EncodingError, seen in 150);
 * Firefox has only the older one.
 * @throws when the folder cannot be read, or holds more than any bundle does
 */
export async function droppedOf(transfer: DataTransfer): Promise<Chosen | null> {
  const item: Item | undefined = Array.from(transfer.items).find(({ kind }) => kind === "file");
  const file = item?.getAsFile() ?? null;
  const entry = item?.webkitGetAsEntry() ?? null;
  if (!entry?.isDirectory) return file && { kind: "file", name: file.name, file };
  const { name } = entry;
  const files: FolderFile[] = [];
  const handle = await item!.getAsFileSystemHandle?.();
  if (handle) await addFromHandle(handle, "", files);
  else await addFromEntry(entry as FileSystemDirectoryEntry, "", files);
  return { kind: "folder", name, files };
}

async function addFromHandle(folder: Handle, path: string, files: FolderFile[]): Promise<void> {
  for await (const [name, each] of folder.entries()) {
    if (each.kind === "file") add(files, { path: path + name, content: await each.getFile() });
    else await addFromHandle(each, `${path}${name}/`, files);
  }
}

async function addFromEntry(folder: FileSystemDirectoryEntry, path: string, files: FolderFile[]): Promise<void> {
  const reader = folder.createReader();
  const some = () => new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail));
  for (let entries = await some(); entries.length > 0; entries = await some()) {
    for (const entry of entries) {
      if (entry.isFile) add(files, { path: path + entry.name, content: await fileOf(entry as FileSystemFileEntry) });
      else await addFromEntry(entry as FileSystemDirectoryEntry, `${path}${entry.name}/`, files);
    }
  }
}

function add(files: FolderFile[], file: FolderFile): void {
  if (files.push(file) > MAX_FILES) throw new RangeError("too many files");
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((give, fail) => entry.file(give, fail));
