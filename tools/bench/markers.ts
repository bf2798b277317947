/**
 * Pages with fixed or sticky things have no right full-page picture to compare with: the browser's own hides what they
 * cover. Such a page names its markers, blocks of one colour each, at least 12 × 12 CSS pixels, in
 * `<meta name="markers" content="#rrggbb …">`: each must be in the picture exactly once and whole.
 */
import type { Picture } from "./png-rows";

const SIDE_CSS = 12;

/** @param colours `#rrggbb`. @returns "ok", or what is wrong in words. */
export async function checkMarkers(picture: Picture, colours: readonly string[], dpr: number): Promise<string> {
  const blobs = await blobsOf(picture, colours);
  // A block that does not lie on whole device pixels loses part of one at its edges.
  const leastPx = (SIDE_CSS * dpr - 1) ** 2;
  const faults = colours.flatMap((colour) => {
    const areas = blobs.get(colour) ?? [];
    if (areas.length === 0) return [`${colour} is missing`];
    if (areas.length > 1) return [`${colour} is there ${areas.length} times`];
    return areas[0]! < leastPx ? [`${colour} is cut (${areas[0]} px)`] : [];
  });
  return faults.length === 0 ? "ok" : faults.join(", ");
}

interface Run {
  from: number;
  to: number;
  blob: number;
}

/** The areas, in pixels, of the connected parts of exactly these colours. */
async function blobsOf(picture: Picture, colours: readonly string[]): Promise<Map<string, number[]>> {
  const wanted = new Map(colours.map((colour, n) => [pixelOf(colour), n]));
  const blobs = new Blobs();
  let above: Run[][] = colours.map(() => []);
  for await (const row of picture.rows()) {
    const here: Run[][] = colours.map(() => []);
    for (let x = 0; x < row.length; x += 1) {
      const colour = wanted.get(row[x]!);
      if (colour === undefined) continue;
      const from = x;
      while (x + 1 < row.length && row[x + 1] === row[from]) x += 1;
      here[colour]!.push(blobs.add(colour, from, x, above[colour]!));
    }
    above = here;
  }
  return new Map(colours.map((colour, n) => [colour, blobs.areas(n)]));
}

/** Parts that turn out to touch further down become one. */
class Blobs {
  readonly #parent: number[] = [];
  readonly #area: number[] = [];
  readonly #colour: number[] = [];

  add(colour: number, from: number, to: number, above: readonly Run[]): Run {
    const touching = above.filter((run) => run.from <= to + 1 && run.to >= from - 1).map((run) => this.#root(run.blob));
    const blob = touching[0] ?? this.#create(colour);
    for (const other of touching) this.#join(blob, this.#root(other));
    this.#area[blob]! += to - from + 1;
    return { from, to, blob };
  }

  areas(colour: number): number[] {
    return this.#area.filter((_, blob) => this.#colour[blob] === colour && this.#parent[blob] === blob);
  }

  #create(colour: number): number {
    const blob = this.#parent.length;
    this.#parent.push(blob);
    this.#area.push(0);
    this.#colour.push(colour);
    return blob;
  }

  #root(blob: number): number {
    let at = blob;
    while (this.#parent[at] !== at) at = this.#parent[at]!;
    return at;
  }

  #join(into: number, other: number): void {
    if (into === other) return;
    this.#parent[other] = into;
    this.#area[into]! += this.#area[other]!;
    this.#area[other] = 0;
  }
}

/** As a pixel of `Picture`: RGBA in memory order. */
function pixelOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return new Uint32Array(new Uint8Array([red!, green!, blue!, 255]).buffer)[0]!;
}
