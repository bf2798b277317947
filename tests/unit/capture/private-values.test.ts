// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { FRAME_CONTENT, removePrivateValues } from "@/src/capture/page-side/private-values";
import { PRIVATE, Secrets } from "@/src/capture/page-side/secrets";

vi.mock("@/src/platform/browser", async () => import("@/tests/support/fake-browser"));

const COOKIE = "k7-heron-8317-quartz";

function kept(body: string, head = "", values: string[] = [COOKIE]): string {
  const page = new DOMParser().parseFromString(`<html><head>${head}</head><body>${body}</body></html>`, "text/html");
  removePrivateValues(page.documentElement, new Secrets(values));
  return page.documentElement.outerHTML;
}

/** Every place where what is the user's own was seen to stand. */
const HOLDERS: Record<string, string> = {
  "a text field": `<input value="canary">`,
  "a field whose type is written oddly": `<input type="SEARCH" value="canary">`,
  "a password field": `<input type="password" value="canary">`,
  "a hidden field": `<input type="hidden" name="x" value="canary">`,
  "a text area": `<textarea>canary</textarea>`,
  "a draft": `<div contenteditable><p>can<b>ary</b></p>canary</div>`,
  "a draft in plain text": `<div contenteditable="plaintext-only">canary</div>`,
  "a draft named by its role": `<div role="textbox">canary</div>`,
  "a field of the page's own making": `<fancy-field value="canary"></fancy-field>`,
  "a named attribute": `<form data-csrf-token="canary" authenticity_token="canary"></form>`,
  "a nonce": `<script nonce="canary"></script><style nonce="canary"></style>`,
  "a template": `<template><input value="canary"></template>`,
  "a written-out shadow root": `<p><template shadowrootmode="open"><input value="canary"></template></p>`,
  "a page written into its frame": `<iframe srcdoc="<p>canary"></iframe>`,
  "a page that is its frame's address": `<iframe src=" DATA:text/html,<p>canary"></iframe>`,
  "a page that is an object's address": `<object data="data:text/html;base64,canary"></object>`,
  "a page that a script makes in its frame": `<iframe src="javascript:'canary'"></iframe>`,
  "a script": `<script>send("canary")</script>`,
  "a module": `<script type="module">const x = "canary"</script>`,
  "a script of an unknown type": `<script type="text/x-template"><p>canary</p></script>`,
  "data under a telling name": `<script type="application/json">{"a":{"csrfToken":"canary","b":1}}</script>`,
  "data in a string in data": `<script type="application/json">{"s":"{\\"accessToken\\":\\"canary\\"}"}</script>`,
  "data in a script": `<script>window.__DATA__ = {session_id: 'canary', "text": "words"};</script>`,
};

test.each(Object.entries(HOLDERS))("nothing private is left: %s", (_where, html) => {
  expect(kept(html)).not.toContain("canary");
});

test("nothing private is left: a meta element", () => {
  expect(kept("", `<meta name="csrf-token" content="canary"><meta property="x:nonce" content="canary">`)).not.toContain(
    "canary",
  );
});

test("what was chosen is not told", () => {
  const html = kept(
    `<input type="checkbox" value="a" checked><select><option>A</option><option selected>B</option></select>`,
  );
  expect(html).not.toMatch(/checked|selected/);
  expect(html).toContain("<option>B</option>");
});

test("what the site keeps in this browser is taken out wherever it stands in attributes and data", () => {
  const html = kept(
    `<a href="/out?k=${COOKIE}" data-x='{"k":"${COOKIE}"}'>words</a><script type="application/json">["${COOKIE}"]</script>`,
  );
  expect(html).not.toContain(COOKIE);
  expect(html).toContain(`/out?k=${PRIVATE}`);
});

test("what was typed is taken out of what mirrors it; an address that holds the same words stays", () => {
  const page = new DOMParser().parseFromString(
    `<a href="/harbour_walks" data-now="harbour_walks" aria-label="harbour_walks!">harbour_walks</a>`,
    "text/html",
  );
  removePrivateValues(page.body, new Secrets([], ["harbour_walks"]));
  expect(page.body.innerHTML).toBe(
    `<a href="/harbour_walks" data-now="${PRIVATE}" aria-label="${PRIVATE}!">harbour_walks</a>`,
  );
});

test("a form whose fields are named like its properties hides nothing", () => {
  const names = [
    "attributes",
    "localName",
    "textContent",
    "getAttribute",
    "setAttribute",
    "querySelectorAll",
    "content",
  ];
  const fields = names.map((name) => `<input name="${name}" value="canary">`).join("");
  expect(kept(`<form data-csrf="canary" contenteditable><p>canary</p>${fields}</form>`)).not.toContain("canary");
  expect(kept(`<form data-csrf="canary">${fields}<p>words</p></form>`)).toMatch(/^(?!.*canary).*words/s);
});

test("a signed token is known by its shape", () => {
  const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSM";
  expect(kept(`<a data-u="x ${token} y">w</a><script type="application/json">["${token}"]</script>`)).not.toContain(
    "eyJ",
  );
});

test("the post itself stays: words, names, times, addresses, labels and data", () => {
  const body = [
    `<p id="post-17" class="token auth" title="a session">Words with a token and csrf in them</p>`,
    `<a href="https://example.com/p/1?session=no">author</a><time datetime="2026-01-02T03:04:05Z">3h</time>`,
    `<button value="17">Report</button><input type="submit" value="Send"><input type="radio" value="yes">`,
    `<data value="12">12</data><li value="3">c</li><meter value="2"></meter>`,
    `<script type="application/ld+json">{"@type":"Person","author":{"name":"A"},"text":"w"}</script>`,
    `<script>var ytInitialData = {"dateText":{"simpleText":"Jan 2"},"author":"A","videoId":"x"};</script>`,
    `<script src="/app.js"></script>`,
  ].join("");
  const plain = new DOMParser().parseFromString(`<html><head></head><body>${body}</body></html>`, "text/html");
  expect(kept(body)).toBe(plain.documentElement.outerHTML);
});

test("data stays data", () => {
  const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => !/["'\\<>\n]/.test(text));
  const names = fc.constantFrom("name", "csrf", "accessToken", "text", "session_id", "author");
  fc.assert(
    fc.property(fc.dictionary(names, word), (data) => {
      const html = kept(`<script type="application/json">${JSON.stringify(data)}</script>`, "", []);
      const left = JSON.parse(/<script[^>]*>(.*)<\/script>/.exec(html)![1]!) as Record<string, string>;
      for (const [name, value] of Object.entries(data)) {
        expect(left[name]).toBe(/csrf|token|session/i.test(name) ? PRIVATE : value);
      }
    }),
  );
});

test("ten million characters of data are looked through in a moment", () => {
  const data = `{${`"name":"some words here","csrf":"abc",`.repeat(270_000)}"end":1}`;
  const startMs = performance.now();
  new Secrets(Array.from({ length: 50 }, (_, n) => `cookie-value-number-${n}`)).withoutIn(data);
  expect(performance.now() - startMs).toBeLessThan(8000);
});

test("the content of a frame is named as left out, and the address of one that has an address stays", () => {
  expect(kept(`<iframe srcdoc="words"></iframe>`)).toContain(`srcdoc="${FRAME_CONTENT}"`);
  const addressed = `<iframe src="https://video.example/1"></iframe><embed src="data:image/png;base64,AAAA">`;
  expect(kept(addressed)).toContain(addressed);
});
