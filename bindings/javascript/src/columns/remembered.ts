/**
 * What was found for integers, to be found again.
 *
 * @module
 */

/** The most integers that are remembered at a time: the days of 358 years. */
const MOST = 2 ** 17;

/** A function of integers that remembers answers, as many as a column of so many rows can need. */
export class Remembered<Answer> {
  readonly #find: (integer: number) => Answer;
  readonly #integers: Int32Array;
  readonly #answers: Answer[];

  constructor(rows: number, find: (integer: number) => Answer) {
    this.#find = find;
    // A power of two, so that the last bits of an integer are its place. At first, each has an integer of
    // another.
    const places = 2 ** (32 - Math.clz32(Math.min(rows, MOST - 1) | 1));
    this.#integers = new Int32Array(places);
    this.#integers[0] = 1;
    this.#answers = new Array(places);
  }

  get(integer: number): Answer {
    const place = integer & (this.#integers.length - 1);
    if (this.#integers[place] !== integer) {
      this.#integers[place] = integer;
      this.#answers[place] = this.#find(integer);
    }
    return this.#answers[place] as Answer;
  }
}
