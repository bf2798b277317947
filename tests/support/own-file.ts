/** Files of the program's own package, where there is none: those that are written as they are come from the source. */
import { readFile } from "node:fs/promises";
import { ROOT } from "@/tools/root";

export async function ownFile(path: string): Promise<Response> {
  if (path === "check.html.txt") return new Response("<!doctype html>");
  return new Response(await readFile(`${ROOT}/public/${path}`));
}
