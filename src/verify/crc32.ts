/** The check sum ZIP keeps of each file (CRC-32). It finds accidents only; edits are found by digests. */

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param before The check sum of all pieces before this one, 0 for the first. */
export function crc32(piece: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of piece) value = TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return ~value >>> 0;
}
