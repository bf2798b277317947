import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { platformName, platformOf } from "@/src/model/platform";
import platforms from "@/src/model/platforms.json";

interface Listed {
  id: string;
  hosts: string[];
  shortHosts: string[];
  paths?: string[];
}

const LISTED: Listed[] = platforms;
const EACH_HOST = LISTED.flatMap(({ id, hosts, shortHosts, paths }) =>
  [...hosts, ...shortHosts].map((host) => ({ id, host, path: paths?.[0] ?? "/a/b" })),
);
const hostOfAny = fc.constantFrom(...EACH_HOST);
const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/);

describe("the list", () => {
  test("has 57 platforms with different ids", () => {
    expect(LISTED).toHaveLength(57);
    expect(new Set(LISTED.map(({ id }) => id)).size).toBe(57);
  });

  test("gives every host to one platform only", () => {
    expect(new Set(EACH_HOST.map(({ host }) => host)).size).toBe(EACH_HOST.length);
  });

  test("writes every host as a browser would", () => {
    for (const { host } of EACH_HOST) expect(new URL(`https://${host}/`).hostname).toBe(host);
  });
});

describe("an address of a platform", () => {
  test.each(EACH_HOST)("$host belongs to $id, with www, m. and a port too", ({ id, host, path }) => {
    for (const form of [host, `www.${host}`, `m.${host}`, `${host}:8443`, `${host}.`, host.toUpperCase()]) {
      expect(platformOf(`https://${form}${path}?x=1#y`), form).toBe(id);
      expect(platformOf(`http://${form}${path}`), form).toBe(id);
    }
  });

  test("belongs to it below any subdomain that is not a platform of its own", () => {
    fc.assert(
      fc.property(hostOfAny, fc.array(label, { minLength: 1, maxLength: 3 }), ({ id, host, path }, labels) => {
        const full = [...labels, host].join(".");
        fc.pre(full.length < 250 && !EACH_HOST.some((other) => other.id !== id && isAtOrBelow(full, other.host)));
        expect(platformOf(`https://${full}${path}`)).toBe(id);
      }),
    );
  });

  test.each([
    ["https://drive.google.com/file/d/1", "google-drive"],
    ["https://drive.google.com/search", "google-drive"],
    ["https://www.google.com/search?q=a", "google-search"],
    ["https://www.google.com/search/", "google-search"],
    ["https://www.google.com/maps", "web"],
    ["https://www.google.com/searching", "web"],
    ["https://mail.google.com/mail", "web"],
    ["https://www.bing.com/images/search?q=a", "bing"],
    ["https://www.yahoo.com/", "web"],
    ["https://mobile.twitter.com/a/status/1", "x"],
    ["https://someone.blogspot.com/2020/01/a.html", "blogger"],
    ["https://i.redd.it/a.jpg", "reddit"],
  ])("%s belongs to %s", (url, id) => {
    expect(platformOf(url)).toBe(id);
  });
});

describe("a look-alike belongs to no platform", () => {
  test.each([
    "https://facebook.com.evil.example/",
    "https://notfacebook.com/",
    "https://facebook.com@evil.example/",
    "https://www.facebook.com:secret@evil.example/",
    "https://evil.example/facebook.com/",
    "https://evil.example/?https://facebook.com/",
    "https://evil.example/#@facebook.com/",
    "https://evil.example\\@facebook.com/",
    "https://f\u0430cebook.com/", // Cyrillic a
    "https://xn--fcebook-2fg.com/",
    "https://faceb\u014dok.com/",
    "https://facebook.co/",
    "https://facebook.com../",
    "https://facebook-com.example/",
    "https://com/",
    "https://127.0.0.1/",
    "ftp://facebook.com/",
    "file:///facebook.com/a.html",
    "javascript://facebook.com/%0aalert(1)",
    "data:text/html,https://facebook.com/",
    "blob:https://facebook.com/0b7c",
    "view-source:https://facebook.com/",
    "chrome-extension://facebook.com/",
    "about:blank",
    "facebook.com",
    "//facebook.com/",
    "",
  ])("%s", (url) => {
    expect(platformOf(url)).toBe("web");
  });

  test("whatever stands before a host without a dot, or after it", () => {
    fc.assert(
      fc.property(hostOfAny, label, ({ host, path }, other) => {
        const before = `${other}${host}`;
        const after = `${host}.${other}.example`;
        fc.pre(!EACH_HOST.some((one) => isAtOrBelow(before, one.host)));
        expect(platformOf(`https://${before}${path}`)).toBe("web");
        expect(platformOf(`https://${after}${path}`)).toBe("web");
        expect(platformOf(`https://${host}@${other}.example${path}`)).toBe("web");
        expect(platformOf(`https://${other}.example/${host}${path}`)).toBe("web");
      }),
    );
  });

  test("and no text makes it throw", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof platformOf(text) === "string"));
    fc.assert(fc.property(fc.webUrl(), (url) => typeof platformOf(url) === "string"));
  });
});

test("a full-width spelling is the same host to a browser, so it is the same platform", () => {
  expect(platformOf("https://\uff46acebook.com/")).toBe("facebook");
});

test("shows a name for every platform, and none for an unknown id", () => {
  for (const { id } of LISTED) expect(platformName(id)).toMatch(/\S/);
  for (const id of ["web", "", "toString", "__proto__"]) expect(platformName(id)).toBeNull();
});

function isAtOrBelow(host: string, parent: string): boolean {
  return host === parent || host.endsWith(`.${parent}`);
}
