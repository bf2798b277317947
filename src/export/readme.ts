/**
 * `README.txt`: one page for a person who was handed a bundle and has never heard of Tidemark. It holds nothing about
 * the case and no date: it is the same in every bundle made for such a receiver with such pictures, and where nothing is damaged.
 */
import type { PicturesInside, Receiver } from "@/src/model/hand-over";

/** Two lines at most, for whom the package was made. */
const FOR: Readonly<Record<Receiver, string>> = {
  police: `For the police: data/index.csv numbers the items, and record.json in each item's folder says how it was
recorded. Note the digest of step 1 beside the item in your own register.`,
  lawyer: `For a lawyer: data/declaration-draft.txt has the facts about how each item was recorded. Check the
forms in it against the law of your place; nobody has signed them.`,
  platform: `For a platform: data/index.csv has the address, the account and the time shown for each item.`,
  helpline: `For a helpline: begin with data/binder.html, which has everything as text and shows no picture.`,
  friend: `For a friend: begin with data/binder.html, which has everything as text and shows no picture.`,
  myself: `For whoever made it: this is a copy to read and to check. The notes it was made from are not in it.`,
};

/** Four lines at most. */
const PICTURES: Readonly<Record<PicturesInside, string>> = {
  full: "",
  redacted: `
The sender covered parts of pictures: derived/redacted.png shows the rest, and the picture as it was
saved is not in this folder. data/left-out.csv lists the files left out, with their digests, so that
they can be handed over later and compared.
`,
  covered: `
Pictures were left out of this folder where they were not covered when the page was saved.
data/left-out.csv, if any, lists those files with their digests, so that they can be handed over
later and compared.
`,
  none: `
Pictures were left out of this folder. data/left-out.csv lists those files with their digests, so that
they can be handed over later and compared.
`,
};

const REST = `  data/binder.html          all items on one page, as text; open it in a browser, or print it
  data/index.csv            the same as a table (UTF-8)
  data/timeline.csv         what happened and when; account.txt, where there is one: in the
                            sender's own words
  data/declaration-draft.txt   facts for a lawyer who prepares a declaration; nobody has signed it
  data/exhibits/001/ ...    one folder an item: record.json (what was recorded, how, when) and
                            its files: original/ as recorded, derived/ made from the originals;
                            marked.png there has the facts written above the picture;
                            page.mhtml, if any, opens in Chrome with the page's pictures
  data/custody/             the log of what was done to each item since it was saved
  manifest-sha256.txt       every file below data/ with its digest (a fingerprint of its bytes)
  tagmanifest-sha256.txt    the digests of that list and of the other files beside it

HOW TO CHECK

In a browser: open check.html, which lies beside this folder, and drop this folder on it. It needs
no connection. It came from whoever handed you this; the steps below use your own programs instead.

Open a terminal in the folder that holds manifest-sha256.txt.

1. Compare one digest. It must be equal to the one the sender gave you another way (on paper, by
   phone, in a message). Without this step, someone could have changed files and made new lists.
     Windows   certutil -hashfile tagmanifest-sha256.txt SHA256
     macOS     shasum -a 256 tagmanifest-sha256.txt
     Linux     sha256sum tagmanifest-sha256.txt

2. Check all files against the lists. Every line must say OK; on Windows nothing must be printed.
     Windows   (PowerShell)
               foreach ($list in "tagmanifest-sha256.txt", "manifest-sha256.txt") {
                 foreach ($line in Get-Content $list) {
                   $digest, $path = $line -split "  ", 2
                   if ((Get-FileHash -LiteralPath $path).Hash -ne $digest) { "CHANGED: $path" } } }
     macOS     shasum -a 256 -c tagmanifest-sha256.txt manifest-sha256.txt
     Linux     sha256sum -c --strict tagmanifest-sha256.txt manifest-sha256.txt

Any BagIt 1.0 tool (RFC 8493) can do step 2 too, and also finds files that are in no list.

WHAT THIS SHOWS

If both steps agree, every listed file is unchanged since this bundle was made. Each item's
record.json holds the digests of its files taken when it was saved, so you can see that they are
unchanged since then. The log numbers each act since, each entry holding the digest of the last.

WHAT IT DOES NOT SHOW

It does not show that a website sent these bytes, that what a page says is true, or who the person
behind an account is. Times of saving come from the clock of the device that saved the page; times
and names shown by a page are that page's claims. "not found" means that a fact was not on the page,
or was not recognised there.
`;

const DAMAGED = `
Something of what was saved was damaged on the sender's computer before this folder was made.
data/damaged.csv lists each such item and each of its files: what is not here, and what is, below
data/damaged/. The items below data/exhibits/ are not concerned.
`;

export function readmeTxt(pictures: PicturesInside, receiver?: Receiver, isDamaged = false): string {
  const to = receiver === undefined ? "" : `\n${FOR[receiver]}\n`;
  return `ABOUT THIS FOLDER

Someone saved pages from the web as they saw them and handed you this folder. It can be checked
without any special program and without a connection. It may hold words or pictures that are hard
to look at; pictures open only when you open their files.
${to}${PICTURES[pictures]}${isDamaged ? DAMAGED : ""}
${REST}`;
}
