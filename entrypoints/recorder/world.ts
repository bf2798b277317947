/** Gives what the browser records to the vault, second by second, until it ends. */
import { appVersion, programEnvironment } from "@/src/capture/environment";
import { endTimes, startTimes } from "@/src/capture/times";
import { tellSaved } from "@/src/messaging/tell-saved";
import { VaultError } from "@/src/model/errors";
import { RECORD_SCHEMA, type RecordingRecord } from "@/src/model/exhibit";
import { RECORDED_SURFACES, type Recording } from "@/src/model/from-elsewhere";
import { missingOf } from "@/src/model/recording";
import { deviceClock } from "@/src/platform/clock";
import { type KeptRecording, RecorderError, type RecorderWorld } from "@/src/ui/recorder/run-recorder";
import { ensureMeta } from "@/src/vault/meta";
import { type OpenVault, openVault } from "@/src/vault/open";
import { beginRecording, noteProgress, type RecordingSoFar, recordingLock } from "@/src/vault/recordings";

/** How often the browser hands over what it has; no more than this is lost when it is closed. */
const PIECE_MS = 1000;
/**
 * Forms in the order in which they are taken. The codecs are the browser's choice: Firefox, told one for sound that is not there,
 * gives nothing at all (seen in 153).
 */
const FORMS = ["video/webm", "video/mp4"] as const;
const ENDINGS = { "video/webm": "webm", "video/mp4": "mp4", "video/x-matroska": "mkv" } as const;

export const recorderWorld: RecorderWorld = {
  async start({ withSound, ofSeconds }, onStored) {
    const stream = await share(withSound);
    const vault = await openVault().catch((error: unknown) => {
      endSharing(stream);
      throw error;
    });
    const recorder = new MediaRecorder(stream, { mimeType: formOf() });
    let endedBy: Recording["endedBy"] = "sharing"; // the browser's own stop, unless it was ours
    const end = (by: Recording["endedBy"]) => {
      if (recorder.state === "inactive") return;
      endedBy = by;
      recorder.stop();
    };
    const kept = record(vault, stream, recorder, { withSound, ofSeconds, onStored, end, endedBy: () => endedBy });
    return { stop: () => end("user"), kept: kept.finally(() => vault.db.close()) };
  },
};

/** @throws {RecorderError} */
async function share(withSound: boolean): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getDisplayMedia) throw new RecorderError("notOffered");
  return navigator.mediaDevices.getDisplayMedia({ video: true, audio: withSound }).catch((cause: unknown) => {
    throw new RecorderError("notShared", { cause });
  });
}

function endSharing(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

const formOf = (): string => FORMS.find((form) => MediaRecorder.isTypeSupported(form)) ?? "";

interface Watching {
  withSound: boolean;
  ofSeconds: number | null;
  onStored: (seconds: number, bytes: number) => void;
  end: (by: Recording["endedBy"]) => void;
  endedBy: () => Recording["endedBy"];
}

async function record(
  vault: OpenVault,
  stream: MediaStream,
  recorder: MediaRecorder,
  watching: Watching,
): Promise<KeptRecording> {
  const started = startTimes(deviceClock);
  const [mime = ""] = recorder.mimeType.split(";");
  const ending = ENDINGS[mime as keyof typeof ENDINGS] ?? "bin";
  const { monotonicMs: startMs, ...startedAt } = started;
  const soFar: RecordingSoFar = {
    mime,
    path: `original/recording.${ending}`,
    recording: {
      form: "video",
      surface: surfaceOf(stream),
      withSound: stream.getAudioTracks().length > 0,
      seconds: 0,
      ofSeconds: watching.ofSeconds,
    },
    started: startedAt,
    env: await programEnvironment(),
  };
  const writer = await beginRecording(vault, soFar);
  return navigator.locks.request(recordingLock(writer.id), async () => {
    const file = writer.file({ path: soFar.path, role: "original", mime });
    const secondsNow = () => (deviceClock.monotonicMs() - startMs) / 1000;
    const bytes = await piecesOf(recorder, watching.end, async (piece, done) => {
      await file.write(piece);
      await file.flush();
      soFar.recording.seconds = secondsNow();
      await noteProgress(vault, writer, soFar);
      watching.onStored(soFar.recording.seconds, done);
    }).finally(() => endSharing(stream));
    if (bytes === 0) {
      await writer.abandon();
      throw new RecorderError("nothingRecorded");
    }
    const captured = endTimes(deviceClock, started);
    const whole: Recording = { ...soFar.recording, file: soFar.path, endedBy: watching.endedBy() };
    const missing = missingOf(whole);
    await file.close();
    const draft: Omit<RecordingRecord, "id" | "caseId" | "exhibit" | "files"> = {
      schema: RECORD_SCHEMA,
      kind: "recording",
      captured,
      by: { role: "unstated" },
      env: soFar.env,
      recording: whole,
      missing,
    };
    const { defaultCase } = await ensureMeta(vault.db);
    const act = { utc: captured.endUtc, tz: captured.tz, actor: "unstated" as const, app: appVersion() };
    const sealed = await writer.seal(defaultCase, draft, act);
    tellSaved(sealed.id);
    return { id: sealed.id, exhibit: "exhibit" in sealed ? sealed.exhibit : null, missing };
  });
}

/** As the browser names it. */
function surfaceOf(stream: MediaStream): Recording["surface"] {
  const { displaySurface = "" } = stream.getVideoTracks()[0]?.getSettings() ?? {};
  const name = { browser: "tab", window: "window", monitor: "screen" }[displaySurface];
  return RECORDED_SURFACES.find((surface) => surface === name) ?? null;
}

/**
 * Each piece as the browser gives it, one after another, until it ends by itself or is stopped. Where there is no room for a
 * piece it ends, and what is stored stays.
 * @returns How many bytes were stored.
 */
function piecesOf(
  recorder: MediaRecorder,
  end: Watching["end"],
  take: (piece: Uint8Array<ArrayBuffer>, bytes: number) => Promise<void>,
): Promise<number> {
  let bytes = 0;
  let isFull = false;
  let taking: Promise<unknown> = Promise.resolve();
  const store = async (blob: Blob) => {
    if (blob.size === 0 || isFull) return;
    const piece = new Uint8Array(await blob.arrayBuffer());
    try {
      await take(piece, bytes + piece.length);
      bytes += piece.length;
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== "full" || bytes === 0) throw error;
      isFull = true;
      end("full");
    }
  };
  return new Promise((resolve, reject) => {
    recorder.ondataavailable = ({ data }) => {
      taking = taking.then(() => store(data));
      taking.catch((error: unknown) => {
        reject(error as Error);
        end("user");
      });
    };
    recorder.onstop = () => void taking.then(() => resolve(bytes), reject);
    recorder.onerror = () => end("sharing");
    recorder.start(PIECE_MS);
  });
}
