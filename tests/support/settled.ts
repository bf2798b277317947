/** Waiting for something that goes on by itself to come to rest. */

/** How many looks in a row have to find the same. */
const LOOKS = 10;
const BETWEEN_MS = 10;

/** @returns The number as it is once it does not grow any more. @throws Where it is above `most`: it may never come to rest */
export async function settled(value: () => number, most: number): Promise<number> {
  for (let same = 0, last = value(); ; last = value()) {
    if (last > most) throw new Error(`${last} is more than ${most}`);
    if (same === LOOKS) return last;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    same = value() === last ? same + 1 : 0;
  }
}
