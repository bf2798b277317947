/**
 * A WOFF 1.0 file (W3C Recommendation) into the TrueType font it wraps: the same tables, inflated by the browser. Our
 * own files only, from the package; they are small for being packed, and the PDF library cannot read all of them packed.
 */

interface Table {
  tag: number;
  checksum: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const HEAD_BYTES = 44;
const ENTRY_BYTES = 20;

/** @throws {TypeError} when it is not WOFF 1.0, or its tables cannot be inflated */
export async function unpackWoff(woff: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < HEAD_BYTES || view.getUint32(0) !== 0x774f4646) throw new TypeError("not a WOFF file");
  const count = view.getUint16(12);
  const tables = await Promise.all(Array.from({ length: count }, (_, n) => tableAt(woff, view, n)));
  return fontOf(view.getUint32(4), tables);
}

async function tableAt(woff: Uint8Array<ArrayBuffer>, view: DataView, index: number): Promise<Table> {
  const at = HEAD_BYTES + index * ENTRY_BYTES;
  const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((more) => view.getUint32(at + more));
  const stored = woff.subarray(offset!, offset! + packed!);
  const bytes = packed! < length! ? await inflated(stored) : stored;
  if (bytes.length !== length) throw new TypeError("a table of the font has another length");
  return { tag: tag!, checksum: checksum!, bytes };
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A head of 12 bytes, 16 bytes a table, then the tables, each at a multiple of four. */
function fontOf(flavour: number, tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const ends = tables.map(
    (
      (at) =>
      ({ bytes }) =>
        (at += (bytes.length + 3) & ~3)
    )(12 + tables.length * 16),
  );
  const font = new Uint8Array(ends.at(-1) ?? 12);
  const view = new DataView(font.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, flavour);
  [tables.length, 16 << power, power, tables.length * 16 - (16 << power)].forEach((value, n) => {
    view.setUint16(4 + n * 2, value);
  });
  tables.forEach(({ tag, checksum, bytes }, n) => {
    const offset = ends[n]! - ((bytes.length + 3) & ~3);
    [tag, checksum, offset, bytes.length].forEach((value, m) => {
      view.setUint32(12 + n * 16 + m * 4, value);
    });
    font.set(bytes, offset);
  });
  return font;
}
