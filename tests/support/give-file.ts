import type { View } from "@/tools/drive/view";

/** As if the file had been chosen in the browser's own window, for the field of that label. */
export async function giveFile(library: View, label: string, name: string, bytes: Buffer): Promise<void> {
  const given = { label, name, base64: bytes.toString("base64") };
  await library.until(`a field “${label}”`, () =>
    library.run(({ label, name, base64 }) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>('input[type="file"]')];
      const field = fields.find(
        (each) => (each.labels?.[0]?.textContent ?? "").trim() === label || each.getAttribute("aria-label") === label,
      );
      if (field === undefined) return false;
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name));
      field.files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    }, given),
  );
}
