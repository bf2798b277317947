/** An unpacked bundle that was chosen or dropped as a folder, as the source of a bag. */
import { type BagFile, type BagSource, bagSource, nameFindings } from "./bag-source";

export interface FolderFile {
  /** From the chosen folder, without its own name, with `/`. */
  path: string;
  content: Blob;
}

/** @returns `null` where there is not exactly one bag in it. */
export function openChosenFolder(files: readonly FolderFile[]): BagSource | null {
  const bagFiles = files.map(bagFile).sort((one, other) => (one.path < other.path ? -1 : 1));
  return bagSource(bagFiles, nameFindings(bagFiles.map(({ path }) => path)), "folder");
}

function bagFile({ path, content }: FolderFile): BagFile {
  return {
    path,
    bytes: content.size,
    async read(take) {
      const reader = content.stream().getReader();
      try {
        for (let piece = await reader.read(); !piece.done; piece = await reader.read()) await take(piece.value);
      } finally {
        await reader.cancel(); // what `take` throws ends the reading
      }
    },
  };
}
