import { openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { drive } from "@/tools/drive/drive";
import { handOver } from "@/tools/drive/journey";
import type { View } from "@/tools/drive/view";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";

/** No test can answer the browser's own question, so what would be shared is a canvas on which something moves. */
async function shareCanvas(recorder: View): Promise<void> {
  await recorder.untilText(/Choose what to record/);
  await recorder.run(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const brush = canvas.getContext("2d")!;
    let step = 0;
    setInterval(() => {
      step += 1;
      brush.fillStyle = `hsl(${step * 7} 80% 50%)`;
      brush.fillRect(0, 0, 320, 180);
    }, 40);
    navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream(25);
  }, null);
}

async function recordSeconds(recorder: View, length: string): Promise<void> {
  await shareCanvas(recorder);
  await recorder.fill("Length of the video, if you know it", length);
  await recorder.press("Choose what to record");
  await recorder.untilText(/Recorded: 0:0[2-9]/);
}

test("a recording is kept when it is stopped, says how much of the video it has, and leaves in a package that checks out", async ({
  driven,
  downloads,
}) => {
  const recorder = await driven.openOwnPage("recorder.html");
  await recordSeconds(recorder, "3:10");
  await recorder.press("Stop and keep");
  await recorder.untilText(/Saved as EX-001/);
  expect(await recorder.text()).toMatch(/Not complete: 0:0\d of 3:10/);

  const library = await driven.openOwnPage("library.html");
  await library.press("EX-001");
  await library.press("Show player");
  const plays = () =>
    library.run(() => {
      const video = document.querySelector("video");
      return { width: video?.videoWidth ?? 0, isPaused: video?.paused };
    }, null);
  await library.until("the player", async () => (await plays()).width === 320);
  expect(await plays()).toMatchObject({ isPaused: true });

  const path = await handOver(driven, downloads);
  expect(await verifyBundle(await openAsBlob(path))).toMatchObject({ intact: true, findings: [] });
  const bundle = await BundleFile.read(path);
  expect(JSON.parse(bundle.text("data/exhibits/001/record.json"))).toMatchObject({
    kind: "recording",
    recording: { endedBy: "user", ofSeconds: 190 },
  });
  expect(bundle.bytes("data/exhibits/001/original/recording.webm").length).toBeGreaterThan(1000);
});

test("a recording that the killed browser cut off is there at the next start, and says so", async ({
  kind,
  downloads,
}) => {
  test.skip(kind === "firefox", "what is loaded into Firefox from outside is not there at its next start");
  const profile = await mkdtemp(join(tmpdir(), "recorder-"));
  let browser: Browser | undefined;
  const first = await drive("chromium", { profile, downloads, onLaunched: (launched) => (browser = launched) });
  try {
    await recordSeconds(await first.openOwnPage("recorder.html"), "");
    const gone = new Promise((resolve) => browser!.process()!.once("exit", resolve));
    browser!.process()!.kill("SIGKILL");
    await gone;
    const again = await drive("chromium", { profile, downloads });
    try {
      const library = await again.openOwnPage("library.html");
      await library.untilText(/A recording was cut off on .+ It is kept up to 0:0[1-9]: EX-001/);
      await library.press("EX-001");
      await library.untilText(/was closed while it was recorded/);
      expect(await (await again.openOwnPage("library.html")).text()).not.toMatch(/was cut off on/);
      expect(await verifyBundle(await openAsBlob(await handOver(again, downloads)))).toMatchObject({ intact: true });
    } finally {
      await again.close();
    }
  } finally {
    await first.close().catch(() => {});
    await rm(profile, { recursive: true, force: true });
  }
});

test("nothing is kept where nothing was shared", async ({ driven }) => {
  const recorder = await driven.openOwnPage("recorder.html");
  await recorder.untilText(/Choose what to record/);
  await recorder.run(() => {
    navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
  }, null);
  await recorder.press("Choose what to record");
  await recorder.untilText(/Nothing was shared, so nothing was recorded/);
  await recorder.fill("Length of the video, if you know it", "three minutes");
  await recorder.press("Choose what to record");
  await recorder.untilText(/minutes and seconds, for example 3:10, or leave it empty/);
});
