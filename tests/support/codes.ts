import type { PNG } from "pngjs";

/** Reads the code of every 100 px band of tests/fixtures/pages/codes.html. @returns -1 where a cell is neither grey nor black. */
export function readCodes(picture: PNG): number[] {
  const codes: number[] = [];
  for (let y = 50; y < picture.height; y += 100) {
    let code = 0;
    for (let bit = 0; bit < 12; bit += 1) {
      const cell = picture.data[(y * picture.width + bit * 48 + 20) * 4]!;
      code = cell === 0 ? code * 2 + 1 : cell === 0xbb ? code * 2 : -1;
      if (code < 0) break;
    }
    codes.push(code);
  }
  return codes;
}

/**
 * Reads the numbers of tests/fixtures/inner/rows.js from top to bottom, wherever they lie.
 * @returns -1 for a bar that is not whole.
 */
export function readRowCodes(picture: PNG, dpr = 1): number[] {
  const isStart = (x: number, y: number) => {
    const at = (y * picture.width + x) * 4;
    return picture.data[at]! > 250 && picture.data[at + 1]! < 5 && picture.data[at + 2]! > 250;
  };
  const codes: number[] = [];
  for (let y = 0; y < picture.height; y += 1) {
    let x = 0;
    while (x < picture.width && !isStart(x, y)) x += 1;
    if (x === picture.width) continue;
    const top = y;
    while (y < picture.height && isStart(x, y)) y += 1;
    const isWhole = Math.abs(y - top - 16 * dpr) <= 1;
    codes.push(isWhole ? codeAt(picture, x, (top + y) >> 1, 6 * dpr) : -1);
  }
  return codes;
}

function codeAt(picture: PNG, x: number, y: number, cellPx: number): number {
  let code = 0;
  for (let bit = 1; bit <= 12; bit += 1) {
    const cell = picture.data[(y * picture.width + Math.round(x + (bit + 0.5) * cellPx)) * 4]!;
    if (cell !== 0 && cell !== 0xbb) return -1;
    code = code * 2 + (cell === 0 ? 1 : 0);
  }
  return code;
}
