/**
 * What weeks and week dates have in common.
 *
 * @module
 */

/** A value that is one integer, compares by it, and is shown by its text. */
export abstract class Value {
  /** The text of ISO 8601. */
  abstract toString(): string;

  /** The integer, so that `<`, `>` and `-` compare values. */
  abstract valueOf(): number;

  /** The text, since that is what JSON can hold. */
  toJSON(): string {
    return this.toString();
  }

  /** The integer where a number is wanted, and the text elsewhere. */
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === "number" ? this.valueOf() : this.toString();
  }

  /** What `console.log` of Node shows. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `${this.constructor.name} <${this.toString()}>`;
  }
}
