import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { chooseParts } from "@/src/capture/whole-page/choose-parts";
import { NotMhtml, readMhtml } from "@/src/capture/whole-page/read-mhtml";
import { SecretText } from "@/src/capture/whole-page/secret-text";
import { textOf } from "@/src/capture/whole-page/transfer-encoding";
import { mhtmlOf } from "@/src/capture/whole-page/write-mhtml";
import { BOUNDARY, chromiumMhtml, type MadePart, partsOf } from "@/tests/support/mhtml";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const SECRET = "k7-heron-8317-quartz";
const TYPED = "words of a draft 5";
const PNG = Uint8Array.from({ length: 300 }, (_, n) => (n * 7) % 256);
const PAGE: MadePart = { type: "text/html", location: "https://post.example/1", body: "<p>raw</p>", id: "<frame-1@x>" };
const picture = (location: string): MadePart => ({ type: "image/png", location, body: PNG });
const sheet = (location: string, body: string): MadePart => ({ type: "text/css", location, body });
const read = (parts: MadePart[]) => readMhtml(new Blob([chromiumMhtml([PAGE, ...parts])]));

async function choose(parts: MadePart[], addresses: string[]) {
  const resources = { addresses, kept: [SECRET], typed: [TYPED, "display"] };
  const chosen = await chooseParts((await read(parts)).slice(1), resources, new SecretText(resources));
  return { locations: chosen.parts.map(({ location }) => location), leftOut: chosen.leftOut };
}

async function written(title: string, html: string, parts: MadePart[]): Promise<Uint8Array> {
  const about = { url: "https://post.example/1?a=%C3%A9", title, utc: "2026-11-21T06:44:42.000Z" };
  const kept = (await read(parts)).slice(1).map((part) => ({ ...part, location: part.location! }));
  const pieces = await Array.fromAsync(mhtmlOf(about, new Blob([html]).stream(), kept));
  return Buffer.concat(pieces);
}

describe("the browser's file", () => {
  test("is taken apart as Chromium writes it", async () => {
    const parts = await read([picture("https://cdn.example/a.png"), { type: "text/html", body: "no address" }]);
    expect(parts.map(({ type, encoding, location }) => [type, encoding, location])).toEqual([
      ["text/html", "quoted-printable", "https://post.example/1"],
      ["image/png", "base64", "https://cdn.example/a.png"],
      ["text/html", "quoted-printable", null],
    ]);
    expect(Buffer.from(await parts[1]!.body.text(), "base64").equals(PNG)).toBe(true);
  });

  test("gives back any words of a style sheet, wherever its lines are cut", async () => {
    const words = fc.string({ unit: "grapheme", maxLength: 200 }).map((text) => text.replaceAll("\r", ""));
    await fc.assert(
      fc.asyncProperty(words, async (css) => {
        const [, part] = await read([sheet("https://cdn.example/a.css", css)]);
        expect((await textOf(part!)).replaceAll("\r\n", "\n")).toBe(css.toWellFormed());
      }),
    );
  });

  test.each<[string, (file: string) => string]>([
    ["is empty", () => ""],
    ["is cut off", (file) => file.slice(0, -30)],
    ["is cut in a header", (file) => file.slice(0, 200)],
    ["has no boundary", (file) => file.replace("boundary=", "border=")],
    ["has no parts", (file) => file.replaceAll(`\r\n--${BOUNDARY}\r\n`, "\r\n\r\n")],
    ["has a part in another encoding", (file) => file.replace("Encoding: base64", "Encoding: binary")],
    ["has a part without a type", (file) => file.replace("Content-Type: image/png", "X-Type: image/png")],
    ["has a header twice", (file) => file.replace("Content-Type: image/png", "Content-Type: a/b\r\nContent-Type: c/d")],
    ["has a line that is no header", (file) => file.replace("Content-Type: image/png", "Content-Type")],
    ["is something else", () => "%PDF-1.7\r\n\r\n"],
  ])("is refused when it %s", async (_what, damage) => {
    const file = chromiumMhtml([PAGE, picture("https://cdn.example/a.png")]);
    expect(damage(file)).not.toBe(file);
    await expect(readMhtml(new Blob([damage(file)]))).rejects.toBeInstanceOf(NotMhtml);
  });

  test("is read or refused whatever is changed in it, and an address never reaches over its line", async () => {
    const file = chromiumMhtml([PAGE, picture("https://cdn.example/a.png")]);
    const at = fc.nat(file.length - 1);
    await fc.assert(
      fc.asyncProperty(at, at, fc.string({ maxLength: 6 }), async (from, length, other) => {
        const damaged = file.slice(0, from) + other + file.slice(from + (length % 40));
        const parts = await readMhtml(new Blob([damaged])).catch((error) => {
          expect(error).toBeInstanceOf(NotMhtml);
          return [];
        });
        for (const { location } of parts) expect(location ?? "x").toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("of its parts", () => {
  const A = "https://cdn.example/a.png";

  test("those that the page refers to are kept, also by way of its style sheets", async () => {
    const [one, two] = ["https://cdn.example/s/one.css", "https://cdn.example/s/two.css"];
    const parts = [
      picture("https://cdn.example/s/b.png"),
      sheet(two, `p { background: url("b.png#x") }`),
      sheet(one, `@import "two.css";`),
      picture("https://frame.example/only-there.png"),
      sheet("cid:css-7f02a633@mhtml.blink", "p { color: red }"),
    ];
    const { locations, leftOut } = await choose(parts, [one]);
    expect(locations).toEqual(["https://cdn.example/s/b.png", two, one]);
    expect(leftOut).toEqual({ frames: [], withPrivate: 0, other: 1 });
  });

  test("a picture that the page made itself is found under another address, because only that page can load its own", async () => {
    const made = "blob:https://post.example/54eb486e-9b93-4e96-aa7a-46846a4620f1";
    const placed = "cid:54eb486e-9b93-4e96-aa7a-46846a4620f1@blob.invalid";
    expect((await choose([picture(made)], [placed])).locations).toEqual([made]);
    expect(partsOf(await written("", "", [picture(made)]))[1]!.headers["Content-Location"]).toBe(placed);
  });

  test("frames are left out and named, unless their address is not to be kept", async () => {
    const frame = (location?: string): MadePart => ({ type: "text/html", body: "f", ...(location && { location }) });
    const parts = [frame("https://frame.example/1"), frame(`https://frame.example/?s=${SECRET}`), frame()];
    const addresses = parts.flatMap(({ location }) => location ?? []);
    const { locations, leftOut } = await choose(parts, addresses);
    expect(locations).toEqual([]);
    expect(leftOut).toEqual({ frames: ["https://frame.example/1", "", ""], withPrivate: 0, other: 0 });
  });

  test.each<[string, MadePart]>([
    ["a picture whose address proves who is signed in", picture(`${A}?sid=${SECRET}`)],
    ["a style sheet that does", sheet(A, `p::after { content: "${SECRET}" }`)],
    ["a style sheet with what was typed", sheet(A, `p::after { content: "${TYPED}" }`)],
    ["a drawing with what was typed", { type: "image/svg+xml", location: A, body: `<svg><text>${TYPED}</text></svg>` }],
    ["a signed token", sheet(A, `a { b: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSM" }`)],
  ])("%s is left out and counted", async (_what, part) => {
    const { locations, leftOut } = await choose([part], [part.location!]);
    expect(locations).toEqual([]);
    expect(leftOut).toEqual({ frames: [], withPrivate: 1, other: 0 });
  });

  test("a style sheet with a plain word that somebody searched for stays", async () => {
    expect((await choose([sheet(A, "p { display: block }")], [A])).locations).toEqual([A]);
  });

  test.each(["text/javascript", "application/json", "text/plain", "video/mp4"])("%s is never kept", async (type) => {
    expect((await choose([{ type, location: A, body: "x" }], [A])).locations).toEqual([]);
  });
});

describe("our file", () => {
  test("holds the page and its parts, and nothing of the browser's own page", async () => {
    const file = await written("A post", "<p>clean 你好</p>", [picture("https://cdn.example/a.png")]);
    const [page, part] = partsOf(file);
    expect(page!.headers).toEqual({
      "Content-Type": "text/html; charset=utf-8",
      "Content-Transfer-Encoding": "base64",
      "Content-Location": "https://post.example/1?a=%C3%A9",
    });
    expect(page!.bytes.toString()).toBe("<p>clean 你好</p>");
    expect(part!.bytes.equals(PNG)).toBe(true);
    expect(Buffer.from(file).toString("latin1")).not.toContain("raw");
    expect(Buffer.from(file).toString("latin1")).toMatch(
      /^From: <saved@notes\.invalid>\r\n.*\r\nSubject: A post\r\nDate: Sat, 21 Nov 2026 06:44:42 \+0000\r\n/s,
    );
  });

  test("is read by the same strict reader, whatever the page and its title are", async () => {
    const any = fc.string({ unit: "grapheme", maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(any, any, async (title, html) => {
        const file = await written(title, html, []);
        expect(Buffer.from(file).toString("latin1")).toMatch(/^[\r\n\t -~]*$/);
        const [page, ...others] = await readMhtml(new Blob([file as Uint8Array<ArrayBuffer>]));
        expect(others).toEqual([]);
        expect(await textOf(page!)).toBe(new TextDecoder().decode(new TextEncoder().encode(html)));
        for (const line of Buffer.from(file).toString("latin1").split("\r\n")) expect(line.length).toBeLessThan(999);
      }),
    );
  });

  test("has the same bytes each time it is made of the same", async () => {
    const make = () =>
      written("一個帖文".repeat(20), "<p>x</p>".repeat(50_000), [picture("https://cdn.example/a.png")]);
    expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
  });
});
