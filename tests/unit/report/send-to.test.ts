import { describe, expect, test } from "vitest";
import { mailLink, sendTo } from "@/src/report/send-to";

describe("where a report can go", () => {
  test("to the form of a platform that is known", () => {
    expect(sendTo("https://www.facebook.com/river/posts/1")).toMatchObject({
      host: "facebook.com",
      form: { platform: "facebook" },
      registrarUrl: null,
    });
  });

  test("to the mailbox of a platform, but not to the one for copyright nor to those for some countries", () => {
    const { mailboxes } = sendTo("https://t.me/river/1")!;
    expect(mailboxes).toEqual([{ address: "abuse@telegram.org", isSure: true }]);
  });

  test("to the abuse mailbox of any other site, which nobody has confirmed, and to who registered its name", () => {
    expect(sendTo("https://www.some-site.example/video/9?x=1")).toEqual({
      host: "some-site.example",
      form: null,
      mailboxes: [{ address: "abuse@some-site.example", isSure: false }],
      registrarUrl: "https://rdap.org/domain/some-site.example",
      searchUrl: "https://support.google.com/websearch/answer/6302812",
    });
  });

  test.each(["http://192.0.2.7/a", "http://[::1]/a", "https://localhost/a", "https://münchen.example/"])(
    "%s: puts nothing into an address but the name of a site",
    (url) => {
      for (const { address } of sendTo(url)?.mailboxes ?? []) expect(address).toMatch(/^abuse@[a-z0-9.-]+$/);
    },
  );

  test.each(["javascript:alert(1)", "file:///etc/passwd", "about:blank", "", "data:text/html,x"])(
    "%s: nowhere",
    (url) => {
      expect(sendTo(url)).toBeNull();
    },
  );
});

describe("a link for the mail program", () => {
  test("holds subject and text, which cannot add a receiver or a header", () => {
    const { href, holdsText } = mailLink("abuse@site.example", "A & B", "A & B\n\nline\nCc: x@y.example?&bcc=z");
    expect(holdsText).toBe(true);
    const link = new URL(href);
    expect(link.pathname).toBe("abuse@site.example");
    expect([...link.searchParams.keys()]).toEqual(["subject", "body"]);
    expect(link.searchParams.get("body")).toBe("line\r\nCc: x@y.example?&bcc=z");
  });

  test("leaves out a text that is too long rather than have it cut", () => {
    const { href, holdsText } = mailLink("abuse@site.example", "A", `A\n\n${"字".repeat(500)}`);
    expect(holdsText).toBe(false);
    expect(href).toBe("mailto:abuse@site.example?subject=A");
  });
});
