import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";
import { privateIn, typeInto } from "../support/nothing-private";

test("no cookie, nothing typed and no password is in what was stored", async ({ driven, pages, downloads }) => {
  const page = await driven.openPage(`${pages.origin}/signed-in.html`);
  await typeInto(page);
  expect((await keepPage(driven, page)).label).toBe("EX-001");
  const bundle = await BundleFile.read(await handOver(driven, downloads));
  expect(privateIn(bundle)).toEqual([]);
  const html = bundle.text("data/exhibits/001/original/page.dom.html.txt");
  expect(html).toMatch(/<template shadowrootmode="open">.*Words in a shadow root\./s);
});
