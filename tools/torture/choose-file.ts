import type { View } from "../drive/view";

/** As if the file had been chosen in the browser's own window. */
export async function chooseFile(library: View, bytes: Buffer): Promise<void> {
  await library.run((base64) => {
    const file = new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], "copy.age");
    const chosen = new DataTransfer();
    chosen.items.add(file);
    document.querySelector<HTMLInputElement>('input[type="file"]')!.files = chosen.files;
  }, bytes.toString("base64"));
}
