/** What is made of an exhibit's picture for one bundle, and the list that says what it was made of. */
import { canonicalJson } from "@/src/model/canonical-json";
import { type ExhibitId, type ExhibitRecord, exhibitFolder } from "@/src/model/exhibit";
import {
  DERIVED_SCHEMA,
  type DerivedFile,
  type DerivedFiles,
  MARKED_FILE,
  REDACTED_FILE,
} from "@/src/model/exhibit-files";
import { isCoverable, isPage } from "@/src/model/exhibit-kind";
import { boxesOf, isPictureInside, type PicturesRule } from "@/src/model/hand-over";
import type { VaultReader } from "@/src/vault/read";
import type { BagSink } from "./bag-sink";
import type { OpenPicture } from "./kept-picture";
import { addMarked, type MakeMarked } from "./marked-file";
import { addRedacted } from "./redacted-file";

/** The copies of a bundle. An exhibit that is not among them has none. */
export interface DerivedCopies {
  marked: ReadonlyMap<ExhibitId, DerivedFile>;
  redacted: ReadonlyMap<ExhibitId, DerivedFile>;
}

export interface MakeDerived {
  pictures: PicturesRule;
  /** Makes marked copies; where it is absent, there are none. */
  mark: MakeMarked | undefined;
  open: OpenPicture;
  onFile: () => void;
}

export async function addDerived(
  bag: BagSink,
  reader: VaultReader,
  record: ExhibitRecord,
  { pictures, mark, open, onFile }: MakeDerived,
): Promise<DerivedFile[]> {
  if (!isCoverable(record) && !isPage(record)) return [];
  const files: DerivedFile[] = [];
  const boxes = boxesOf(record, pictures);
  if (boxes !== null) {
    files.push(await addRedacted(bag, reader, record, boxes, open));
    onFile();
  }
  if (mark !== undefined && isPage(record) && (boxes !== null || isPictureInside(record, pictures))) {
    const marked = await addMarked(bag, reader, record, boxes ?? [], mark);
    if (marked !== null) files.push(marked);
    onFile();
  }
  if (files.length > 0) {
    const list: DerivedFiles = { schema: DERIVED_SCHEMA, files };
    await bag.addText(`exhibits/${exhibitFolder(record.exhibit)}/derived.json`, [canonicalJson(list)]);
  }
  return files;
}

/** @param made Exhibit → what was made of it. */
export function derivedCopies(made: ReadonlyMap<ExhibitId, readonly DerivedFile[]>): DerivedCopies {
  const of = (wanted: string) =>
    new Map([...made].flatMap(([id, files]) => files.filter(({ path }) => path === wanted).map((file) => [id, file])));
  return { marked: of(MARKED_FILE), redacted: of(REDACTED_FILE) };
}
