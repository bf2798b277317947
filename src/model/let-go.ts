/**
 * Frees the memory of bytes at once that nobody reads any more. Otherwise it is free when the browser next looks for what is
 * unused; Firefox lets several hundred megabytes come together before it does, while a copy is read.
 */
export function letGo(bytes: Uint8Array | Uint8ClampedArray): void {
  const { buffer } = bytes;
  // A part of something larger may not take the rest along.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength) buffer.transfer(0);
}
