import { handOver, keepPage } from "@/tools/drive/journey";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";
import { privateIn, typeInto } from "../support/nothing-private";

for (const button of ["Save this page", "Save with pictures covered"] as const) {
  test(`no cookie, nothing typed and no password is in what “${button}” stored`, async ({
    driven,
    pages,
    downloads,
  }) => {
    const page = await driven.openPage(`${pages.origin}/signed-in.html`);
    await typeInto(page);
    expect((await keepPage(driven, page, button)).label).toBe("EX-001");
    const bundle = await BundleFile.read(await handOver(driven, downloads));
    expect(privateIn(bundle)).toEqual([]);
    const html = bundle.text("data/exhibits/001/original/page.dom.html.txt");
    expect(html).toContain("Words that are meant to be kept.");
    expect(html).toMatch(/<template shadowrootmode="open">.*Words in a shadow root\./s);
    expect(html).not.toMatch(/ (checked|selected)\b/);
    expect(await page.$eval("#search", (field) => (field as HTMLInputElement).value)).toBe("canary-search-8317q");
  });
}
