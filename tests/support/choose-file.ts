import type { View } from "@/tools/drive/view";

/** As if the file had been chosen in the browser's own window, for the first field for files on the page. */
export async function chooseFile(view: View, name: string, bytes: Uint8Array): Promise<void> {
  await view
    .until("a field for a file", () => view.run(() => document.querySelector('input[type="file"]') !== null, null))
    .catch(async (error: Error) => {
      throw new Error(`${error.message}; the page says:\n${await view.text()}`);
    });
  await view.run(
    ({ base64, fileName }) => {
      const file = new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], fileName);
      const chosen = new DataTransfer();
      chosen.items.add(file);
      document.querySelector<HTMLInputElement>('input[type="file"]')!.files = chosen.files;
    },
    { base64: Buffer.from(bytes).toString("base64"), fileName: name },
  );
}
