/** The files of a time stamp as they lie in a bundle; in no list, because they are made after the lists. */
import type { StampFiles } from "@/src/model/stamp";

/** @returns Path from the bundle's own folder, and content. */
export function stampEntries({ request, reply, chain, root }: StampFiles): [path: string, content: Blob][] {
  const entries: [string, Blob][] = [
    ["stamp/request.tsq", new Blob([request])],
    ["stamp/reply.tsr", new Blob([reply])],
    ["stamp/chain.pem", new Blob([chain])],
    ["stamp/root.pem", new Blob([root])],
  ];
  return entries.filter(([, { size }]) => size > 0);
}
