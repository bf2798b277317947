/**
 * The closed lists of things that can go wrong, one list per domain. A code is chosen where the error is thrown;
 * the sentence for it is chosen where it is shown (`failure_<code>` in the messages).
 */
import { CodedError } from "./coded-error";

/** Why a page was not captured. Each has its sentence: what happened, what is kept, what to do next. */
export const CAPTURE_FAILURES = [
  "pageForbidden", // browser pages, extension stores, other extensions: no extension may read them
  "pdfViewer", // the browser's own PDF viewer cannot be photographed whole
  "fileNoAccess", // a file: address while the user has not allowed file access
  "noPermission", // activeTab was not granted, or ended by navigation
  "tabClosed",
  "pageChanged", // the tab went to another page while it was captured
  "tabHidden", // the tab stayed out of sight too long
  "pageResized", // size, zoom or pixel ratio changed while it was captured
  "pictureRefused", // the browser gave no picture
  "pictureScaled", // its picture is of another size than the page's: magnified with two fingers, or by developer tools
  "picturesNotCovered", // asked to cover every picture, and it was not certain that all were
  "pageNotAnswering", // the page side did not answer in time
  "alreadyCapturing",
  "stopped", // the user pressed Stop
  "interrupted", // the browser stopped the background, and it could not be begun again
  "storageFull",
  "nothingLasts", // a browser that never remembers history, in which nothing can be kept
  "notStored", // writing or reading back failed; nothing was kept
] as const;
export type CaptureFailure = (typeof CAPTURE_FAILURES)[number];

export class CaptureError extends CodedError<CaptureFailure> {
  override readonly name = "CaptureError";
}

/** Why the vault could not be opened, written or read. */
export const VAULT_FAILURES = [
  "cannotOpen",
  "newerVersion",
  "otherPageOpen", // a page of an earlier release keeps the store open
  "privateWindow", // this page belongs to a private window, where the browser keeps nothing
  "locked", // reading, and the log, need the passphrase
  "notFound",
  "damaged",
  "full",
  "wrongPassphrase",
  "mistypedKey", // a recovery key whose own check does not fit
  "wrongKey", // a recovery key that is not, or no longer, the one of these notes
  "notACopy", // what was opened is no copy of ours, or is not whole
  "notEmpty", // a copy is put back only where nothing is kept yet
  "changedMeanwhile", // another page of ours wrote something else there
  "notAPackage", // what was opened is no package of ours, or is not whole
  "sealedForOthers", // what was typed does not open the package, nor does our own key for packages
  "itemDiffers", // a package holds an item that is here with other content
] as const;
export type VaultFailure = (typeof VAULT_FAILURES)[number];

export class VaultError extends CodedError<VaultFailure> {
  override readonly name = "VaultError";
}

/** Why a file from elsewhere did not come in. What is kept already is untouched by all of them. */
export const IMPORT_FAILURES = [
  "tooLarge",
  "empty",
  "unreadable", // a folder, or a file that was moved, changed or closed to us while it was read
  "stopped",
  "tooMany", // one of more files than come in at one go
] as const;
export type ImportFailure = (typeof IMPORT_FAILURES)[number] | VaultFailure;

export class ImportError extends CodedError<(typeof IMPORT_FAILURES)[number]> {
  override readonly name = "ImportError";
}

/** Why no bundle was made. */
export const EXPORT_FAILURES = [
  "nothingToExport",
  "fileChanged",
  "fileMissing",
  "notMarked",
  "notCovered",
  "cancelled",
] as const;
export type ExportFailure = (typeof EXPORT_FAILURES)[number];

export class ExportError extends CodedError<ExportFailure> {
  override readonly name = "ExportError";
  constructor(
    code: ExportFailure,
    /** Exhibit number and file that the failure is about, where there is one. */
    readonly about?: { exhibit: number; path: string },
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** Why a kept picture could not be gone through row by row. */
export const PICTURE_FAILURES = [
  "unknownForm", // not a PNG, or one of a form that is neither written here nor by browsers
  "damaged", // its bytes are not those of a whole picture
  "notOpened", // this browser does not open it: of a kind that it does not know, or not whole
  "tooLarge", // more pixels than are held in memory
] as const;
export type PictureFailure = (typeof PICTURE_FAILURES)[number];

export class PictureError extends CodedError<PictureFailure> {
  override readonly name = "PictureError";
}
