/** Comma-separated values (RFC 4180) that a spreadsheet shows as text and never runs as a formula. */
import { withoutControls } from "./controls";

const STARTS_A_FORMULA = /^[=+\-@\t\r\n]/;

/** One line with its line end. Every cell is quoted; one that a spreadsheet could take for a formula gets a leading `'`. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const shown = withoutControls(value);
  const text = STARTS_A_FORMULA.test(shown) ? `'${shown}` : shown;
  return `"${text.replaceAll('"', '""')}"`;
}
