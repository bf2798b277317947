/** Opens `check.html` from the disk, as a person does who has nothing of ours but a package, and gives it packages. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { type BrowserKind, BUILD_FOLDER } from "@/tools/release-build";
import { goodBundle } from "./bundle";
import { type BundleFiles, filesOf, flip, zipOf } from "./bundle-files";

export interface HandedOver {
  folder: string;
  /** A package as it was made, and as it was unpacked. */
  zip: string;
  unpacked: string;
  /** The same, one bit of one file flipped. */
  spoiledZip: string;
  spoiledFolder: string;
  checkPage: string;
  remove(): Promise<void>;
}

export const CHANGED_FILE = "data/exhibits/002/original/media-01.jpg";

/** Packages as the release build hands them out, on the disk. */
export async function handedOver(kind: BrowserKind): Promise<HandedOver> {
  const folder = await mkdtemp(join(tmpdir(), "notes-handed-over-"));
  const page = await readFile(join(BUILD_FOLDER[kind], "check.html.txt"), "utf8");
  const { zip } = await goodBundle({ checkPage: page });
  const good = await filesOf(zip);
  const spoiled: BundleFiles = new Map(good);
  flip(spoiled, CHANGED_FILE, 3);
  const at = (name: string) => join(folder, name);
  await writeFile(at("good.zip"), await zip.bytes());
  await writeFile(at("spoiled.zip"), await zipOf(spoiled).bytes());
  await writeFile(at("check.html"), page);
  await unpack(good, at("good"));
  await unpack(spoiled, at("spoiled"));
  return {
    folder,
    zip: at("good.zip"),
    unpacked: at("good"),
    spoiledZip: at("spoiled.zip"),
    spoiledFolder: at("spoiled"),
    checkPage: at("check.html"),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function unpack(files: BundleFiles, folder: string): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** The open page, and what it asked for. */
export class OpenCheckPage {
  readonly #asked: string[] = [];

  private constructor(readonly page: Page) {
    page.on("request", (request) => this.#asked.push(request.url()));
  }

  static async open(browser: Browser, path: string): Promise<OpenCheckPage> {
    const open = new OpenCheckPage(await browser.newPage());
    await open.page.goto(pathToFileURL(path).href);
    return open;
  }

  /** Addresses that are not on the disk or in the page itself. */
  askedElsewhere(): string[] {
    return this.#asked.filter((address) => !/^(file|data):/.test(address));
  }

  async choose(zip: string): Promise<string> {
    const field = await this.page.$('input[type="file"]:not([webkitdirectory])');
    await (field as ElementHandle<HTMLInputElement>).uploadFile(zip);
    return this.verdict();
  }

  /** What the page says once it has checked. */
  async verdict(): Promise<string> {
    const words =
      "Unchanged since it was made|This package is not as it was made|This is not a package|could not be read";
    await this.page.waitForFunction((ends) => new RegExp(ends).test(document.body.innerText), {}, words);
    return this.page.evaluate(() => document.body.innerText);
  }
}
