/** A box over the picture of the item that is open, by numbers. */
import type { View } from "@/tools/drive/view";

export async function coverBox(library: View, box: Record<"Left" | "Top" | "Width" | "Height", number>): Promise<void> {
  await library.press("Cover parts");
  await library.press("Add a box");
  for (const [label, value] of Object.entries(box)) await typeNumber(library, label, value);
  await library.press("Keep this");
  await library.untilText(/Covered parts: 1\./);
}

/** Types into the field of that label, as long as it is the only one. */
function typeNumber(view: View, label: string, value: number): Promise<void> {
  return view.run(
    ([name, text]) => {
      const found = [...document.querySelectorAll("label")].find((each) => each.textContent === name);
      const field = document.querySelector<HTMLInputElement>(`#${CSS.escape(found!.htmlFor)}`)!;
      field.value = text!;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [label, String(value)],
  );
}
