// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { copyOfPage } from "@/src/capture/page-side/page-copy";
import { withoutPictures } from "@/src/capture/page-side/strip-pictures";
import { hasPictureData, REMOVED, withoutPictureData } from "@/src/capture/picture-data";

const BASE64 = "iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAYAAACiu5nKAAAAg0lEQVR4AezYsRGAMBADQY87oV2qpBOc".repeat(3);
const PNG = `data:image/png;base64,${BASE64}`;

const stripped = (html: string) => withoutPictures(new DOMParser().parseFromString(html, "text/html").documentElement);
const page = (body: string, head = "") =>
  stripped(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);

/** Every way to write a picture into HTML that we know. */
const HOSTILE: Record<string, string> = {
  src: `<img src="${PNG}">`,
  "capital letters": `<img src="DATA:IMAGE/PNG;BASE64,${BASE64}">`,
  "entities in the attribute": `<img src="&#100;ata&colon;image/png;base64,${BASE64}">`,
  "tab and line break in the scheme": `<img src="da\tta\n:image/png;base64,${BASE64}">`,
  "spaces before it": `<img src="   ${PNG}">`,
  "no media type": `<img src="data:;base64,${BASE64}">`,
  "no base64": `<img src="data:,e0218a">`,
  "a media type that is none": `<img src="data:x/y,e0218a">`,
  "percent escapes": `<img data-lazy="data%3Aimage%2Fpng%3Bbase64%2C${BASE64}">`,
  blob: `<img src="blob:https://example.com/6f1f7d2e-8b1c-4a57-9a3e-e0218a">`,
  srcset: `<img srcset="/a.png 1x, ${PNG} 2x"><picture><source srcset="${PNG}"></picture>`,
  poster: `<video poster="${PNG}"><source src="${PNG}"></video>`,
  "an attribute of its own": `<div data-thumb='{"a":[{"src":"${PNG}"}]}'></div>`,
  "bare base64 in an attribute": `<div data-thumb="${BASE64}"></div>`,
  "an escaped slash": `<div data-thumb="data:image\\/png;base64,${BASE64}"></div>`,
  "unicode escapes": `<div data-thumb="\\u0064ata\\u003aimage\\u002fpng;base64,AAAA e0218a"></div>`,
  "a name of an attribute": `<div ${PNG.replace(/[=/]/g, "")}="x"></div>`,
  blurhash: `<img data-blurhash="e0218aLEHV6nWB2yk8pyo0adR*.7kCMdnj"><img blurHash="e0218a">`,
  "style attribute": `<p style="color:red;background:url(${PNG}) no-repeat">words</p>`,
  "style attribute, quoted": `<p style="background:url('data:image/svg+xml;utf8,<svg fill=&quot;e0218a&quot;>')">words</p>`,
  "style attribute, escaped": `<p style="background:url(\\64 ata\\3a image/png\\3b base64,${BASE64})">words</p>`,
  "style attribute, escaped letters": `<p style="background:u\\72l(d\\61t\\61:image/png,e0218a)">words</p>`,
  "style attribute, broken string": `<p style="background:url(&quot;da\\\nta:image/png,e0218a&quot;)">words</p>`,
  "custom property": `<p style="--x:url(data:image/png,e0218a)">words</p>`,
  "style sheet": `<style>p::after{content:url("data:image/svg+xml,<svg fill='e0218a'>")} q{mask:url( ${PNG} )}</style>`,
  "style sheet import": `<style>@import "data:text/css,p{background:e0218a}";</style>`,
  "image-set without url()": `<style>p{background:image-set("data:image/png,e0218a" 1x)}</style>`,
  "linked style sheet": `<link rel="preload" href="data:text/css,e0218a">`,
  "inline svg": `<svg width="4"><rect fill="e0218a"/><image href="${PNG}"/></svg>`,
  "svg in svg": `<svg><svg><path d="e0218a"/></svg></svg>`,
  "svg behind foreignObject": `<svg><foreignObject><p>e0218a</p></foreignObject></svg>`,
  script: `<script>const a = "e0218a";</script>`,
  "script in json": `<script type="application/json">{"t":"${BASE64}","u":"e0218a"}</script>`,
  "json-ld": `<script type="application/ld+json">{"image":"${PNG}","logo":"data:image/svg+xml,<svg>e0218a"}</script>`,
  "broken json-ld": `<script type="application/ld+json">{"image":"${PNG} e0218a</script>`,
  comment: `<!-- <img src="${PNG}"> e0218a -->`,
  noscript: `<noscript><img src="${PNG}"></noscript>`,
  template: `<template><img src="${PNG}"><template><svg><path d="e0218a"/></svg></template></template>`,
  "shadow root": `<div><template shadowrootmode="open"><style>b{background:url(${PNG})}</style><img src="${PNG}"></template></div>`,
  srcdoc: `<iframe srcdoc="<p style='background:e0218a'>"></iframe>`,
  object: `<object data="${PNG}">e0218a</object>`,
  words: `<p>${PNG}</p><p>${BASE64}</p><textarea>${PNG}</textarea><title>${PNG}</title>`,
  "link to it": `<a href="${PNG}" ping="${PNG}">words</a>`,
  "meta refresh": `<meta http-equiv="refresh" content="0;url=${PNG}"><meta property="og:image" content="${PNG}">`,
};

test.each(Object.entries(HOSTILE))("nothing of a picture is left: %s", (_name, body) => {
  const kept = page(body);
  expect(kept).not.toMatch(/e0218a/i);
  expect(kept).not.toContain(BASE64.slice(8, 60));
  expect(hasPictureData(kept.replaceAll(REMOVED, ""))).toBe(false);
  if (body.includes(">words<")) expect(kept).toContain(">words<");
});

test("in the head, on the root and on the body too", () => {
  const kept = stripped(
    `<!doctype html><html style="background:url(${PNG})"><head><link rel="icon" href="${PNG}"></head><body background="${PNG}">words</body></html>`,
  );
  expect(kept).not.toContain(BASE64.slice(0, 60));
  expect(kept).toContain("words");
});

test("words, addresses, digests and style stay as they are", () => {
  const body =
    `<p class="a b" style="color: red; background: url(/pictures/1.png)">The data: 5 of 7; metadata:none</p>` +
    `<img src="https://cdn.example.com/v/t51.2885-15/4639_1024_7623874623_n.jpg?stp=dst-jpg&amp;oh=00_AfB" alt="A walk">` +
    `<a href="/a/very/long/path/that/goes/on/and/on/with/many/short/words/in/it/until/it/is/longer/than/one/hundred/letters">x</a>` +
    `<p id="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08">短文字 نص</p>`;
  expect(page(body)).toContain(body);
  const ld = `<script type="application/ld+json">{"@type":"SocialMediaPosting","articleBody":"Low water"}</script>`;
  expect(page("", ld)).toContain(ld);
});

test("shadow roots are written out and stripped as the rest is", () => {
  const host = document.createElement("div");
  const outer = host.attachShadow({ mode: "open" });
  const inner = document.createElement("p");
  outer.append(inner);
  inner
    .attachShadow({ mode: "open" })
    .append(Object.assign(document.createElement("img"), { src: PNG, alt: "a walk" }));
  expect(withoutPictures(copyOfPage(host))).toBe(
    `<div><template shadowrootmode="open"><p><template shadowrootmode="open"><img src="${REMOVED}" alt="a walk"></template></p></template></div>`,
  );
  expect(inner.shadowRoot?.innerHTML).toContain(PNG);
});

test("a record keeps its words and loses picture data wherever it stands", () => {
  const record = {
    url: { frames: [PNG, "https://example.com/"] },
    facts: { text: `seen ${PNG} here`, n: 3, none: null },
  };
  expect(withoutPictureData(record)).toEqual({
    url: { frames: [REMOVED, "https://example.com/"] },
    facts: { text: `seen ${REMOVED} here`, n: 3, none: null },
  });
});

test("a text of 10 million characters is looked through in a moment", () => {
  const started = performance.now();
  for (const piece of ["data:", "d\ta\tt", "blob:", "%3d", "\\", "a/b-", "=", "data:image"]) {
    withoutPictureData(piece.repeat(10_000_000 / piece.length / 4));
  }
  expect(performance.now() - started).toBeLessThan(8000);
});
