import { beforeEach, expect, test, vi } from "vitest";
import { removeOwnRows } from "@/src/platform/own-history";

const OWN = "chrome-extension://abcdefgh";
const { history, permissions } = vi.hoisted(() => ({
  history: { rows: [] as string[], asked: [] as object[] },
  permissions: { isAllowed: true },
}));
vi.mock("@/src/platform/browser", () => ({
  browser: {
    runtime: { getURL: (path: string) => `chrome-extension://abcdefgh${path}` },
    permissions: { contains: async () => permissions.isAllowed },
    history: {
      search: async (what: object) => {
        history.asked.push(what);
        return history.rows.map((url) => ({ url }));
      },
      deleteUrl: async ({ url }: { url: string }) => {
        history.rows = history.rows.filter((row) => row !== url);
      },
    },
  },
}));
beforeEach(() => {
  permissions.isAllowed = true;
  history.asked = [];
  history.rows = [
    `${OWN}/library.html`,
    `${OWN}/library.html#/item/1`,
    `https://search.example/?q=${OWN}/library.html`,
    "chrome-extension://other/abcdefgh.html",
  ];
});

test("removes our own rows and no other, and asks the history for nothing but our own address", async () => {
  expect(await removeOwnRows()).toBe(2);
  expect(history.rows).toEqual([
    `https://search.example/?q=${OWN}/library.html`,
    "chrome-extension://other/abcdefgh.html",
  ]);
  expect(history.asked).toEqual([expect.objectContaining({ text: "abcdefgh" })]);
});

test("without the permission the history is not touched", async () => {
  permissions.isAllowed = false;
  expect(await removeOwnRows()).toBeNull();
  expect(history.asked).toEqual([]);
});
