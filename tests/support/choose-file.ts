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

/** The same for a field that takes several and acts at once. */
export async function chooseFiles(view: View, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await view.until("a field for files", () => view.run(() => document.querySelector("input[multiple]") !== null, null));
  await view.run(
    (given) => {
      const chosen = new DataTransfer();
      for (const [name, base64] of given)
        chosen.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name));
      const field = document.querySelector<HTMLInputElement>("input[multiple]")!;
      field.files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")] as const),
  );
}
