// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { useOwnId } from "@/src/ui/parts/use-own-id";
import { clear, draw } from "./draw";

afterEach(clear);

function Field() {
  return <input id={useOwnId()} />;
}

test("no two fields have one id, however often the page was drawn before the second came", async () => {
  for (const fields of [1, 1, 1, 2, 2, 3]) {
    const some = Array.from({ length: fields }, (_, place) => <Field key={place} />);
    await draw(<form>{some}</form>);
  }
  const ids = [...document.querySelectorAll("input")].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
});
