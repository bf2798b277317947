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
