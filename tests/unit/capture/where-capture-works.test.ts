import { describe, expect, test } from "vitest";
import { refusalFor } from "@/src/capture/where-capture-works";

describe("before trying", () => {
  test.each([
    "https://example.com/",
    "http://example.com/",
    "https://example.com/paper.pdf",
    "http://127.0.0.1:8080/",
    "https://chrome.google.com/",
    "https://chrome.google.com/intl/en/",
    "https://mozilla.org/",
    "https://addons.mozilla.org.example.com/",
    "https://xaddons.mozilla.org/",
    "https://www.microsoft.com/",
    "file:///home/kim/page.html",
  ])("nothing speaks against %s", (address) => {
    expect(refusalFor(address)).toBeNull();
  });

  test.each([
    "chrome://settings/",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop/popup.html",
    "moz-extension://6f1f7d2e-8b1c-4a57-9a3e-3a0c5d7e9b10/popup.html",
    "about:blank",
    "about:addons",
    "edge://flags",
    "view-source:https://example.com/",
    "devtools://devtools/",
    "data:text/html,hi",
    "blob:https://example.com/1",
    "javascript:void 0",
    "ftp://example.com/",
    "https://chromewebstore.google.com/detail/a/b",
    "https://chrome.google.com/webstore/detail/a",
    "https://addons.mozilla.org/en-US/firefox/",
    "https://microsoftedge.microsoft.com/addons/",
    "not an address",
    "",
  ])("%s may not be read by extensions", (address) => {
    expect(refusalFor(address)).toBe("pageForbidden");
    expect(refusalFor(address, "refused")).toBe("pageForbidden");
  });

  test("a tab without an address is one that extensions may not read", () => {
    expect(refusalFor(undefined)).toBe("pageForbidden");
  });
});

describe("after the browser refused", () => {
  test.each([
    ["file:///home/kim/page.html", "fileNoAccess"],
    ["file:///home/kim/paper.pdf", "fileNoAccess"],
    ["https://example.com/paper.pdf", "pdfViewer"],
    ["https://example.com/PAPER.PDF?page=2#3", "pdfViewer"],
    ["https://example.com/pdf", "noPermission"],
    ["https://example.com/?file=a.pdf", "noPermission"],
    ["https://example.com/", "noPermission"],
    ["https://addons.mozilla.org/a.pdf", "pageForbidden"],
  ] as const)("%s says “%s”", (address, failure) => {
    expect(refusalFor(address, "refused")).toBe(failure);
  });
});
