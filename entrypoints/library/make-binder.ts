import { appVersion } from "@/src/capture/environment";
import { accountOf } from "@/src/export/account-of";
import { binderName, binderPdf } from "@/src/export/pdf/binder-pdf";
import type { FontTable } from "@/src/export/pdf/font-table";
import { EMPTY_ACCOUNT } from "@/src/model/account";
import { StreamDigester } from "@/src/model/digest";
import { deviceClock } from "@/src/platform/clock";
import { ownFile } from "@/src/platform/own-file";
import { saveStream } from "@/src/platform/save-file";
import { exhibitNumbers } from "@/src/ui/library/history";
import type { BinderRequest } from "@/src/ui/library/world";
import type { VaultReader } from "@/src/vault/read";
import { logOf } from "./log-of";
import { papersIn } from "./papers";
import type { Append } from "./world";

/** Written into the log as a package is: begun, then the digest of the PDF, or that nothing was made. */
export async function makeBinder(
  reader: VaultReader,
  append: Append,
  request: BinderRequest,
): Promise<{ fileName: string }> {
  const { package: made, paper, withPictures, signal } = request;
  const custody = await logOf(reader, made.head.caseId, made.head.lastSeq);
  const { caseId, lastSeq, headHash } = made.head;
  const fileName = binderName(made.fileName);
  const note = (outcome: "begun" | "stopped" | "failed", more: { exhibits?: string } = {}) =>
    append({
      caseId,
      act: {
        event: "export",
        item: null,
        digest: null,
        detail: { name: fileName, items: made.items, outcome, ...more },
      },
    });
  const { words } = await papersIn(made.language);
  await note("begun", await numbersOf(reader, made.exhibits));
  try {
    const { stream, done } = binderPdf({
      reader,
      exhibits: made.exhibits,
      caseId,
      custody,
      account: made.withWords ? await accountOf(reader, caseId, made.exhibits, custody, words) : EMPTY_ACCOUNT,
      withWords: made.withWords,
      receiver: made.receiver,
      pictures: made.pictures,
      package: { ...made, lastSeq, headHash },
      paper,
      withPictures,
      words,
      fonts: { table: await fontTable(), read: fontFile },
      now: deviceClock.now(),
      software: `Tidemark ${appVersion()}`,
      onProgress: request.onProgress,
      signal,
    });
    const digester = new StreamDigester();
    await saveStream(digested(stream, digester), fileName);
    await done;
    const digest = `sha256:${digester.finish().sha256}` as const;
    await append({ caseId, act: { event: "digest", item: null, digest, detail: { name: fileName } } });
    return { fileName };
  } catch (error) {
    // Where the log cannot be written either, what went wrong first is told; an export only begun counts as not made.
    await note(signal.aborted ? "stopped" : "failed").catch(() => {});
    throw error;
  }
}

async function numbersOf(
  reader: VaultReader,
  ids: BinderRequest["package"]["exhibits"],
): Promise<{ exhibits?: string }> {
  const numbers: number[] = [];
  for (const id of ids) numbers.push((await reader.record(id)).exhibit);
  return exhibitNumbers(numbers);
}

const fontTable = async (): Promise<FontTable> => (await ownFile("fonts/table.json")).json();

const fontFile = async (file: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await ownFile(`fonts/${file}`)).arrayBuffer());

function digested(
  stream: ReadableStream<Uint8Array>,
  digester: StreamDigester,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        digester.update(piece);
        controller.enqueue(piece as Uint8Array<ArrayBuffer>);
      },
    }),
  );
}
