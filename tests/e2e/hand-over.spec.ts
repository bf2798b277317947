import { readFile } from "node:fs/promises";
import { checkBundle } from "@/tools/check-bundle";
import { handOverSealed, keepPage } from "@/tools/drive/journey";
import { ageWithPassphrase, hasAge } from "../support/age-tool";
import { BundleFile } from "../support/bundle-file";
import { expect, test } from "../support/journey";

test("a package without uncovered pictures leaves encrypted, opens with age, and is found intact", async ({
  driven,
  pages,
  downloads,
}) => {
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html`));
  await keepPage(driven, await driven.openPage(`${pages.origin}/post.html?other`), "Save with pictures covered");
  const { path, passphrase, said } = await handOverSealed(driven, downloads, { pictures: "Covered" });
  expect(path).toMatch(/documents-\d{8}-\d{6}\.age$/);
  expect(said).toContain("Tell it to the receiver in another way");
  const bytes = await readFile(path);
  expect(bytes.subarray(0, 21).toString()).toBe("age-encryption.org/v1");

  test.skip(!hasAge, "the program age is not installed");
  const zip = ageWithPassphrase(path, passphrase);
  const verdict = await checkBundle(zip);
  expect(verdict).toMatchObject({ kind: "checked", intact: true, facts: { exhibits: 2 } });
  expect(said).toContain((verdict as { facts: { tagManifestSha256: string } }).facts.tagManifestSha256);

  const bundle = await BundleFile.read(zip);
  const pictures = bundle.paths.filter((each) => /\.(png|jpe?g|mhtml)$/.test(each));
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((each) => !each.includes("/002/"))).toEqual([]);
  expect(bundle.text("data/left-out.csv")).toContain("exhibits/001/original/");
});
