import { openAsBlob } from "node:fs";
import { verifyBundle } from "@/src/verify/verify-bundle";
import { handOver } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { chooseFiles } from "../support/choose-file";
import { bytes, CHAT, MAIL, photo } from "../support/elsewhere";
import { expect, test } from "../support/journey";

test("files from elsewhere come in unchanged, say that they were imported, and leave in a package that checks out", async ({
  driven,
  downloads,
}) => {
  const library = await driven.openOwnPage("library.html");
  await library.press("Bring in files");
  await library.untilText(/sexual pictures of anyone under 18/);
  await chooseFiles(library, { "IMG 0001.jpg": photo(), "mail.eml": bytes(MAIL), "nothing.txt": bytes("") });
  const came = await library.untilText(/Files brought in: 2 of 3/);
  expect(came).toMatch(/nothing\.txt · not brought in: there is nothing in the file/);

  await library.press("Kept items");
  await library.untilText(/IMG 0001\.jpg/);
  await library.press("EX-001");
  await library.untilText(/2026:11:02 14:05:09/);
  expect(await library.run(() => document.querySelectorAll("img").length, null)).toBe(0);
  await library.press("Show picture");
  await library.until("the picture", () =>
    library.run(() => (document.querySelector<HTMLImageElement>(".picture-frame img")?.naturalWidth ?? 0) > 0, null),
  );
  await library.press("Fill in: Where the original is");
  await library.fill("What you know", "On my phone");
  await library.press("Keep it");
  await library.untilText(/Typed by you:\s+On my phone/);

  const path = await handOver(driven, downloads);
  expect(await verifyBundle(await openAsBlob(path))).toMatchObject({ intact: true, findings: [] });
  const bundle = await BundleFile.read(path);
  expect(Buffer.from(bundle.bytes("data/exhibits/001/original/file.jpg"))).toEqual(Buffer.from(photo()));
  expect(bundle.text("data/exhibits/002/original/file.eml")).toBe(MAIL);
  expect(JSON.parse(bundle.text("data/exhibits/001/record.json"))).toMatchObject({
    kind: "import",
    imported: { name: "IMG 0001.jpg", form: "picture", how: "chosen" },
  });
  expect(bundle.text("data/index.csv")).toMatch(/"imported".*"On my phone","IMG 0001\.jpg"/);
  expect(bundle.text("data/binder.html")).toContain("A file that was made elsewhere");

  const noPictures = await handOver(driven, downloads, { pictures: "None" });
  expect(await verifyBundle(await openAsBlob(noPictures))).toMatchObject({ intact: true, findings: [] });
  expect((await BundleFile.read(noPictures)).paths).not.toContain("data/exhibits/001/original/file.jpg");
});

test("dropped files come in as chosen ones do, and a mail's own code never runs", async ({ driven }) => {
  const library = await driven.openOwnPage("library.html#/import");
  await library.untilText(/Or drop files here/);
  await library.run(
    ([mail, chat]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([mail!], "mail.eml"));
      dataTransfer.items.add(new File([chat!], "chat.txt"));
      document.querySelector(".drop")!.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
    },
    [MAIL, CHAT],
  );
  await library.untilText(/Files brought in: 2 of 2/);
  await library.press("EX-001");
  await library.press("Words in it");
  await library.untilText(/The words of the mail/);
  expect(await library.run(() => document.title, null)).toBe("Notes");
  expect(await library.run(() => document.querySelectorAll("script:not([src]), .words img").length, null)).toBe(0);
});
