import { checkBundle } from "@/tools/check-bundle";
import { handOver, keepPage } from "@/tools/drive/journey";
import { storedRows } from "../support/background";
import { BundleFile } from "../support/bundle-file";
import { countingServer } from "../support/counting-server";
import { expect, test } from "../support/journey";

const KINDS = {
  getters: "throws in every getter",
  frozen: "freezes the prototypes of the language and of the document",
  overrides: "puts its own functions in the place of the browser's",
  names: "names its fields like the properties of its form",
  "document-names": "names its pictures like the properties of the document",
  many: "has two hundred thousand elements",
  never: "never finishes loading",
};

for (const [kind, what] of Object.entries(KINDS)) {
  test(`a page that ${what} is saved, or it is said why not, and it stands as before`, async ({
    driven,
    downloads,
  }) => {
    const server = await countingServer();
    const page = await driven.openPage(`${server.origin}/red.html`);
    await page.goto(`${server.origin}/hostile.html?${kind}`, { waitUntil: "domcontentloaded" });
    const session = await page.createCDPSession();
    const html = async () => {
      const { root } = await session.send("DOM.getDocument", { depth: 0 });
      return (await session.send("DOM.getOuterHTML", { nodeId: root.nodeId })).outerHTML;
    };
    const before = await html();
    const kept = await keepPage(driven, page);
    expect(await html()).toBe(before);
    if (kept.label === null) {
      expect(kept.said).toMatch(/Nothing from this page was kept|cannot be saved/);
      expect(await storedRows(driven)).toMatchObject({ exhibits: 0, chunks: 0, drafts: 0 });
    } else {
      const path = await handOver(driven, downloads);
      expect(await checkBundle(path)).toMatchObject({ kind: "checked", intact: true });
      const saved = (await BundleFile.read(path)).text("data/exhibits/001/original/page.dom.html.txt");
      expect(saved).toMatch(/Words at the top.*Words at the end/s);
    }
    await server.close();
  });
}
