/** Comma-separated values (RFC 4180) that a spreadsheet shows as text and never runs as a formula. */
import { withoutControls } from "./controls";

/**
 * Where a spreadsheet could take what follows for a formula: at the beginning of a cell, and after `;`, tab or line end,
 * because one that separates cells by `;` (Excel where `,` is the decimal sign) or by tab begins a cell there, whatever the quotes
 * say. Spaces and quotes between do not hinder it. The sign is looked for first, so that the time taken grows with the text alone.
 */
const STARTS_A_FORMULA = /[=+\-@＝＋－＠](?<=(?:^|[;\t\r\n])[\s"]*.)/g;
const STARTS_WITH_A_BREAK = /^(?=[\t\r\n])/;

/** One line with its line end. Every cell is quoted; where a formula could begin stands a `'` that is ours. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const text = withoutControls(value).replace(STARTS_A_FORMULA, "'$&").replace(STARTS_WITH_A_BREAK, "'");
  return `"${text.replaceAll('"', '""')}"`;
}
