/**
 * Columns of nanoseconds since 1970, the lowest for null.
 *
 * Numbers hold no more than 53 bits, and a BigInt for each row would take longer than all else. So a row
 * is read and written as two halves.
 *
 * @module
 */

/** What one more in the higher half stands for. */
const HIGHER = 2 ** 32;
const PER_MILLISECOND = 1_000_000;
/** The last whole millisecond; the first one is its opposite. */
const LAST = 9_223_372_036_854;

/** In which order the halves of a number lie in memory. */
const [LOW, HIGH] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0];

/** Whole milliseconds of rows from one on; NaN for null. */
export function readNanoseconds(column: BigInt64Array, first: number, times: Float64Array): void {
  const halves = halvesOf(column, first, times.length);
  for (let row = 0; row < times.length; row += 1) {
    const low = (halves[2 * row + LOW] as number) >>> 0;
    const high = halves[2 * row + HIGH] as number;
    // Divided as by hand, so that no number exceeds 53 bits.
    const quotient = Math.floor(high / PER_MILLISECOND);
    const rest = (high - quotient * PER_MILLISECOND) * HIGHER + low;
    const isNull = high === -(2 ** 31) && low === 0;
    times[row] = isNull ? Number.NaN : quotient * HIGHER + Math.floor(rest / PER_MILLISECOND);
  }
}

/** Writes times to rows from one on; null for NaN and for times beyond the numbers. */
export function writeNanoseconds(times: Float64Array, column: BigInt64Array, first: number): void {
  const halves = halvesOf(column, first, times.length);
  for (let row = 0; row < times.length; row += 1) {
    const time = times[row] as number;
    const isHeld = Math.abs(time) <= LAST;
    // As many milliseconds are as many nanoseconds as 15,625 of the higher half are 64ths.
    const many = Math.floor(time / 2 ** 20);
    const rest = time - many * 2 ** 20;
    const sixtyFourths = many * 15_625;
    const high = Math.floor(sixtyFourths / 64);
    const low = (sixtyFourths - 64 * high) * 2 ** 26 + rest * PER_MILLISECOND;
    halves[2 * row + LOW] = isHeld ? low : 0;
    halves[2 * row + HIGH] = isHeld ? high + Math.floor(low / HIGHER) : -(2 ** 31);
  }
}

function halvesOf(column: BigInt64Array, first: number, rows: number): Int32Array {
  return new Int32Array(column.buffer, column.byteOffset + 8 * first, 2 * rows);
}
