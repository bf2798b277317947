import { expect, test } from "../support/journey";
import { openToStamp } from "../support/stamp-page";

test("once the browser's question is answered with yes, one authority is asked, its answer is checked, and the permission goes back", async ({
  driven,
  pages,
  downloads,
}) => {
  const { library } = await openToStamp(driven, await driven.openPage(`${pages.origin}/post.html`), downloads);

  const asked = await driven.standIn!("https://freetsa.org/tsr", new TextEncoder().encode("no time stamp"));
  await driven.pressAndAllow!(library, "Ask for a time stamp");
  expect(await library.untilText(/is not a reply/)).toContain("The package stays as it is");
  expect(asked).toHaveLength(1);
  const { method, headers } = asked[0]!;
  expect([method, headers["content-type"]]).toEqual(["POST", "application/timestamp-query"]);
  expect(Object.keys(headers).filter((name) => name === "cookie" || name === "referer")).toEqual([]);
  await library.until("the permission to be back", () =>
    library.run(() => {
      type Permissions = { getAll(): Promise<{ origins: string[] }> };
      const { browser } = globalThis as never as { browser: { permissions: Permissions } };
      return browser.permissions.getAll().then(({ origins }) => origins.length === 0);
    }, null),
  );
});
