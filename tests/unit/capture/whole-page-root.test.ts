// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withWholeAddresses } from "@/src/capture/css-addresses";
import { makeWholePageRoot } from "@/src/capture/page-side/whole-page-root";

const BASE = "https://post.example/a/1";

function rootOf(body: string, head = "", shown: string[] = []) {
  const page = new DOMParser().parseFromString(`<html><head>${head}</head><body>${body}</body></html>`, "text/html");
  const addresses = makeWholePageRoot(page.documentElement, BASE, new Set(shown));
  return { addresses, html: page.documentElement.outerHTML };
}

describe("the page of a whole-page file", () => {
  test("has whole addresses, and tells those that it shows", () => {
    const { html, addresses } = rootOf(
      `<img src="../p.png"><a href="/x">x</a><p style="background: url(b.png)">w</p><video poster="v.jpg"></video>
       <template shadowrootmode="open"><img src="/in-shadow.png"></template><svg><use href="s.svg#icon"></use></svg>`,
      `<link rel="stylesheet" href="//cdn.example/s.css"><style>@font-face { src: url('f.woff2') }</style>`,
    );
    expect(addresses.sort()).toEqual([
      "https://cdn.example/s.css",
      "https://post.example/a/b.png",
      "https://post.example/a/f.woff2",
      "https://post.example/a/s.svg",
      "https://post.example/a/v.jpg",
      "https://post.example/in-shadow.png",
      "https://post.example/p.png",
    ]);
    for (const address of addresses) expect(html).toContain(address);
    expect(html).toContain(`<a href="https://post.example/x">`);
  });

  test.each([
    `<script>go()</script>`,
    `<script type="application/json">{"go()":1}</script>`,
    `<noscript><img src="go()"></noscript>`,
    `<p onclick="go()">w</p>`,
    `<a href=" java\nscript:go()">w</a>`,
    `<iframe srcdoc="go()"></iframe>`,
    `<template shadowrootmode="open"><p onclick="go()">w</p></template>`,
  ])("has nothing in it that could run: %s", (body) => {
    expect(rootOf(body).html).not.toContain("go()");
  });

  test.each([
    ["<base href='https://elsewhere.example/'>", "elsewhere"],
    [`<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">`, "elsewhere"],
    [`<meta http-equiv="Content-Security-Policy" content="img-src 'none'">`, "img-src"],
    [`<link rel="preconnect" href="https://elsewhere.example/">`, "elsewhere"],
    [`<link rel="preload" as="image" href="https://elsewhere.example/">`, "elsewhere"],
    [`<meta charset="big5">`, "big5"],
  ])("has nothing that connects, goes elsewhere or stands in the way: %s", (head, words) => {
    expect(rootOf("", head).html).not.toContain(words);
  });

  test.each(["iframe", "frame", "embed", "video", "audio", "source", "track"])(
    "names a %s and does not load it",
    (name) => {
      const page = document.implementation.createHTMLDocument("");
      const element = page.createElement(name);
      element.setAttribute("src", "f");
      page.body.append(element);
      expect(makeWholePageRoot(page.documentElement, BASE, new Set())).toEqual([]);
      expect(element.hasAttribute("src")).toBe(false);
      expect(element.getAttribute("data-src")).toBe("https://post.example/a/f");
    },
  );

  test("shows the one of several pictures that the page showed", () => {
    const shown = "https://post.example/a/w,2.png";
    const one = rootOf(`<img src="1.png" srcset="1.png 1x, w,2.png 2x">`, "", [shown]);
    expect(one.addresses).toEqual([shown]);
    expect(one.html).not.toContain("srcset");
    const two = rootOf(`<picture><source srcset="w,2.png"><img src="1.png"></picture>`, "", [shown]);
    expect(two.addresses).toEqual([shown]);
    expect(two.html).toMatch(/<img src="https:\/\/post\.example\/a\/w,2\.png">/);
  });
});

test("a style sheet with whole addresses stays as it is, whatever stands in it", () => {
  const piece = fc.oneof(
    fc.constantFrom("url(", ")", `"`, "'", "@import ", "a.png", "data:x,y", "\\", " ", "{", "}", "#x", "//b.example/"),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const once = withWholeAddresses(pieces.join(""), BASE, () => {});
      expect(withWholeAddresses(once, BASE, () => {})).toBe(once);
    }),
    { numRuns: 500 },
  );
});
