/**
 * The text form of an age file (`age -a`), as e-mail carries it, line by line: a file of any size is never in memory whole.
 * As strict as the format is (c2sp.org/age, “ASCII armor”), white space around it aside.
 */
const FIRST = "-----BEGIN AGE ENCRYPTED FILE-----";
const LAST = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS = 64;
/** Of white space around the armor; a line of it is shorter. */
const MAX_LINE = 1024;

/** Hands on a binary age file as it is, and of an armored one what is in the armor. Errors where that is not well formed. */
export function withoutArmor(): TransformStream<Uint8Array, Uint8Array> {
  let armor: Armor | null | undefined;
  return new TransformStream({
    transform(piece, out) {
      if (piece.length === 0) return;
      if (armor === undefined) armor = beginsArmor(piece[0]!) ? new Armor() : null;
      if (armor === null) out.enqueue(piece);
      else armor.take(piece, out);
    },
    flush: (out) => armor?.end(out),
  });
}

/** A binary age file begins with a letter. */
function beginsArmor(byte: number): boolean {
  return /[-\s]/.test(String.fromCharCode(byte));
}

type Out = Pick<TransformStreamDefaultController<Uint8Array>, "enqueue">;

class Armor {
  readonly #decoder = new TextDecoder("latin1");
  #part: "before" | "within" | "lastLine" | "after" = "before";
  /** The line that is not yet whole. */
  #rest = "";

  take(piece: Uint8Array, out: Out): void {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split("\n");
    this.#rest = lines.pop()!;
    if (this.#rest.length > MAX_LINE) throw malformed();
    this.#takeLines(lines, out);
  }

  end(out: Out): void {
    this.#takeLines([this.#rest], out);
    if (this.#part !== "after") throw malformed();
  }

  #takeLines(lines: readonly string[], out: Out): void {
    const base64 = lines.map((line) => this.#bodyOf(line.replace(/\r$/, ""))).join("");
    if (base64 !== "") out.enqueue(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  }

  /** The line's base64, where it is a line of the body. */
  #bodyOf(line: string): string {
    const { length } = line;
    if (this.#part === "before" && line.trimStart() === FIRST) this.#part = "within";
    else if (this.#isWithin() && line.trimEnd() === LAST) this.#part = "after";
    else if (this.#part === "within" && length > 0 && length <= COLUMNS && isCanonical(line)) {
      if (length < COLUMNS || line.endsWith("=")) this.#part = "lastLine";
      return line;
    } else if (this.#isWithin() || line.trim() !== "") throw malformed();
    return "";
  }

  #isWithin(): boolean {
    return this.#part === "within" || this.#part === "lastLine";
  }
}

/** Whole groups of four, padded, and with no bits beside the bytes. */
function isCanonical(line: string): boolean {
  return line.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(line) && btoa(atob(line)) === line;
}

const malformed = () => new TypeError("the armor is not well formed");
