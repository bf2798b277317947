/** What checking a bundle can find about one of its files. Each code has its sentence: `finding_<code>` in the messages. */

/** Findings about one file, named by its path from the bundle's folder (for names that could not be read: as written). */
export const FILE_FINDINGS = [
  "fileChanged", // its bytes are not those in the list
  "fileMissing", // listed, or needed, but not there
  "fileExtra", // there, but not in every list
  "tagFileChanged", // as fileChanged, for a file beside data/
  "manifestMissing", // a list of files is not there
  "manifestUnreadable", // a list of files is not in the form it must have
  "tagManifestMissing", // a list of the files beside data/ is not there
  "bagItUnsupported", // bagit.txt declares something else than BagIt 1.0 in UTF-8
  "bagInfoUnreadable", // bag-info.txt lacks a field, has it twice or is not in the form it must have
  "recordUnreadable", // an exhibit has no record, or one that is not in the form it must have
  "recordDisagrees", // an exhibit's record says something else about this file than the list or the log
  "signatureWrong", // the head of the log, its signature or the key do not fit together, or not this log
  "exhibitMissing", // the log's entry for this export names an exhibit that has no folder here
  "exhibitExtra", // an exhibit's folder that this entry does not name
  "duplicateName", // two files some systems would take for one
  "unsafeName", // a name that could lead outside the bundle's folder
  "notAFile", // a link or device in place of a file
  "notReadable", // encrypted, or packed in a way that is not read here
  "systemFile", // the computer's own system put it into the folder: no part of the package, which may be intact
  "tooLarge", // unpacks to far more than it holds, or lies beyond what is read
] as const;
export type FileFindingCode = (typeof FILE_FINDINGS)[number];
