import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { describe, expect, test } from "vitest";
import { certificatesOf } from "@/src/timestamp/der";
import { AUTHORITIES, knownRoots, nameOfRoot } from "@/src/timestamp/roots";

const digest = (pem: string) => new X509Certificate(pem).fingerprint256.replaceAll(":", "").toLowerCase();

describe.each(AUTHORITIES)("$name", ({ url, rootSha256, rootPem, sources, name }) => {
  test("is asked over https only, where it is asked at all", () => {
    if (url !== null) expect(new URL(url).protocol).toBe("https:");
  });

  test("names where its address and root were read, and when", () => {
    expect(sources.length).toBeGreaterThan(0);
    for (const { what, url: source, date } of sources) {
      expect(what).not.toBe("");
      expect(new URL(source).protocol).toBe("https:");
      expect(date).toMatch(/^2026-\d\d-\d\d$/);
    }
  });

  test("is known by its root; where that comes with the program, it is the very one, and one that Mozilla lists", () => {
    expect(nameOfRoot(rootSha256 as never)).toBe(name);
    if (rootPem === null) return;
    expect(digest(rootPem.join("\n"))).toBe(rootSha256);
    expect(rootCertificates.map(digest)).toContain(rootSha256);
  });
});

test("all roots that come with the program can be read at once", () => {
  expect(certificatesOf(knownRoots())).toHaveLength(AUTHORITIES.filter(({ rootPem }) => rootPem !== null).length);
});
