import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { View } from "@/tools/drive/view";
import { giveFile } from "../support/give-file";
import { expect, test } from "../support/journey";
import { makeTsa } from "../support/openssl-tsa";
import { openToStamp } from "../support/stamp-page";

test("a package is stamped by hand: the request is saved, the reply added, and openssl agrees", async ({
  driven,
  pages,
  downloads,
}) => {
  const { library, bundle } = await openToStamp(driven, await driven.openPage(`${pages.origin}/post.html`), downloads);
  await library.press("Save request file");
  const request = await arrived(library, downloads, basename(bundle).replace(/\.zip$/, ".tsq"));

  const tsa = makeTsa();
  await giveFile(library, "The reply (.tsr)", "reply.tsr", Buffer.from(tsa.reply(await readFile(request))));
  await library.press("Add the reply");
  expect(await library.untilText(/cannot be followed to a root certificate/)).toContain("The package stays as it is");
  await giveFile(
    library,
    "Certificates of the authority, where it gave you some (.pem, .crt)",
    "root.pem",
    Buffer.from(tsa.root),
  );
  await library.press("Add the reply");
  const said = await library.untilText(/The package has its time stamp/);
  expect(said).toContain("Sample good");
  expect(said).toContain("not a qualified stamp");
  tsa.remove();

  const stamped = await arrived(library, downloads, basename(bundle).replace(/\.zip$/, "-stamped.zip"));
  const script = `unzip -q ${stamped} && cd documents-* && openssl ts -verify -data tagmanifest-sha256.txt \
    -in stamp/reply.tsr -CAfile stamp/root.pem -untrusted stamp/chain.pem && sha256sum --strict -c manifest-sha256.txt`;
  expect(execFileSync("sh", ["-c", script], { cwd: dirname(bundle), encoding: "utf8" })).toMatch(/^Verification: OK/);
});

async function arrived(library: View, downloads: string, name: string): Promise<string> {
  await library.until(`the download ${name}`, async () => (await readdir(downloads)).includes(name));
  return join(downloads, name);
}
