/**
 * Days, weeks and months from a first to a last one.
 *
 * @module
 */

/** From a first to a last. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The nearest that is in a span. */
export function hold(value: number, { first, last }: Span): number {
  return Math.min(Math.max(value, first), last);
}
