import { ownFile } from "@/src/platform/own-file";
import { FOLDERS, type Language } from "./languages";
import { type Speech, speechFrom } from "./speech";

/** @throws {TypeError} when the package of this program is not whole */
export async function speechIn(language: Language): Promise<Speech> {
  return speechFrom(await (await ownFile(`_locales/${FOLDERS[language]}/messages.json`)).json());
}
