/** Reads the two tag files of a bag, `bagit.txt` and `bag-info.txt` (RFC 8493, 2.1.1 and 2.2.2). */
import { linesOf } from "./parse";

/** What `bagit.txt` declares, or `null` when it is not exactly its two lines. */
export function parseBagItTxt(text: string): { version: string; encoding: string } | null {
  const [first, second, ...more] = linesOf(text);
  const version = /^BagIt-Version: (\d+\.\d+)\s*$/.exec(first ?? "")?.[1];
  const encoding = /^Tag-File-Character-Encoding: (\S+)\s*$/.exec(second ?? "")?.[1];
  return version === undefined || encoding === undefined || more.length > 0 ? null : { version, encoding };
}

/**
 * Labels and values in order; a label may come more than once. Indented lines go on with the value before them.
 * @returns `null` when a line is neither.
 */
export function parseBagInfo(text: string): [label: string, value: string][] | null {
  const fields: [string, string][] = [];
  for (const line of linesOf(text)) {
    const last = fields.at(-1);
    const field = /^([^\s:][^:]*?)[ \t]*:[ \t]*(.*)$/.exec(line);
    if (field !== null) fields.push([field[1]!, field[2]!.trimEnd()]);
    else if (/^[ \t]/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    else return null;
  }
  return fields;
}

/** The value of a label that must stand there exactly once, or `null`. Letter case of labels does not count. */
export function onlyValue(fields: readonly [string, string][], label: string): string | null {
  const found = fields.filter(([name]) => name.toLowerCase() === label.toLowerCase());
  return found.length === 1 ? found[0]![1] : null;
}
