/** A passphrase that is made, not thought of: words that can be told by phone. */
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** Of 2,048 each: 66 bits together, which scrypt makes too many to try. */
const WORDS = 6;

/** Words of BIP 39's English list, told apart by their first four letters, with `-` between them. */
export function newPassphrase(): string {
  const random = crypto.getRandomValues(new Uint16Array(WORDS));
  return Array.from(random, (each) => wordlist[each % wordlist.length]!).join("-"); // 65,536 is a multiple of 2,048
}
