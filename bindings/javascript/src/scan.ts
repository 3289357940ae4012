/**
 * What every text is read with: a text, a place in it, and errors that name the first byte with which no
 * text of the form can go on. Up to there a text is ASCII, so that places and bytes are the same.
 *
 * @module
 */
import { refuse, wrongType } from "./errors.js";

/**
 * Judges that there is something to read.
 *
 * @throws TypeError if it is no string, RangeError `parse_empty` if nothing is left from a place on.
 */
export function expectText(text: string, at = 0): void {
  if (typeof text !== "string") {
    wrongType("a text must be a string");
  }
  if (at >= text.length) {
    syntaxError("empty", "the text is empty", at);
  }
}

/** The digit at a place. */
export function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit < 10 ? digit : unexpected(text, at, "expected_digit", "a digit");
}

/** The number that the two digits at a place write. */
export function twoDigitsAt(text: string, at: number): number {
  return 10 * digitAt(text, at) + digitAt(text, at + 1);
}

/**
 * The place after a year: four digits, or at least four after a sign or if their number is `unlimited`.
 */
export function yearEnd(text: string, start: number, unlimited: boolean): number {
  let at = start;
  while (at < start + 4 || (unlimited && text[at]! >= "0" && text[at]! <= "9")) {
    digitAt(text, at);
    at += 1;
  }
  return at;
}

/** Whether a sign stands at a place. */
export function isSign(character: string | undefined): boolean {
  return character === "-" || character === "+";
}

/** The year that is written between two places. */
export function yearBetween(text: string, start: number, end: number): number {
  const year = Number(text.slice(start, end));
  return Object.is(year, -0) ? syntaxError("negative_zero", "the year zero takes no minus sign", start) : year;
}

/** Judges that a hyphen stands at a place. */
export function expectHyphen(text: string, at: number): void {
  if (text[at] !== "-") {
    unexpected(text, at, "expected_separator", "a separator");
  }
}

/** Judges that a text ends at a place. */
export function expectEnd(text: string, at: number): void {
  if (at < text.length) {
    unexpected(text, at, "trailing", "the end of the text");
  }
}

/** Throws that something else has to stand at a place. */
export function unexpected(text: string, at: number, kind: string, noun: string): never {
  return at < text.length
    ? syntaxError(kind, `expected ${noun}, found ${found(text.codePointAt(at)!)}`, at)
    : syntaxError("unexpected_end", "the text ends too early", at);
}

function syntaxError(kind: string, message: string, at: number): never {
  return refuse(`parse_${kind}`, message, undefined, undefined, at);
}

/** A character of ASCII, or else the first byte of the character in UTF-8. */
function found(point: number): string {
  const [mark, bits] = point < 0x80 ? [0, 0] : point < 0x800 ? [0xc0, 6] : point < 0x10000 ? [0xe0, 12] : [0xf0, 18];
  const byte = mark | (point >> bits);
  return byte > 31 && byte < 127
    ? `'${String.fromCharCode(byte)}'`
    : `byte 0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
