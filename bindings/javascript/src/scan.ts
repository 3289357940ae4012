/**
 * What every text is read with: a text, a place in it, and errors that name the first byte with which no
 * text of the form can go on. Up to there a text is ASCII, so that places and bytes are the same.
 *
 * @module
 */
import { refuse, wrongType } from "./errors.js";

/**
 * Judges that there is something to read from a place on.
 *
 * @throws TypeError for what is no string, RangeError `parse_empty`.
 */
export function expectText(text: string, at = 0): void {
  if (typeof text !== "string") {
    wrongType("a text must be a string");
  }
  if (at === text.length) {
    syntaxError("empty", "the text is empty", at);
  }
}

/** Whether a digit stands at a place. */
export function isDigit(text: string, at: number): boolean {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit < 10;
}

/** The digit at a place. */
export function digitAt(text: string, at: number): number {
  return isDigit(text, at) ? text.charCodeAt(at) - 48 : unexpected(text, at, "expected_digit", "a digit");
}

/** The number that the two digits at a place write. */
export function twoDigitsAt(text: string, at: number): number {
  return 10 * digitAt(text, at) + digitAt(text, at + 1);
}

/** Whether a sign stands at a place. */
export function isSign(text: string, at: number): boolean {
  return text[at] === "-" || text[at] === "+";
}

/** The place after a year: four digits, or any number of at least four. */
export function yearEnd(text: string, start: number, unlimited: boolean): number {
  let at = start;
  while (at < start + 4 || (unlimited && isDigit(text, at))) {
    digitAt(text, at);
    at += 1;
  }
  return at;
}

/**
 * The year that was written between two places, or the nearest that a number holds exactly.
 *
 * @throws RangeError `parse_negative_zero`.
 */
export function yearBetween(text: string, start: number, end: number): number {
  const negative = text[start] === "-";
  let year = 0;
  for (let at = start + Number(isSign(text, start)); at < end; at += 1) {
    year = Math.min(10 * year + digitAt(text, at), Number.MAX_SAFE_INTEGER);
  }
  if (negative && year === 0) {
    syntaxError("negative_zero", "the year zero takes no minus sign", start);
  }
  return negative ? -year : year;
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
  const point = text.codePointAt(at);
  return point === undefined
    ? syntaxError("unexpected_end", "the text ends too early", at)
    : syntaxError(kind, `expected ${noun}, found ${shown(point)}`, at);
}

function syntaxError(kind: string, message: string, at: number): never {
  return refuse(`parse_${kind}`, message, undefined, at);
}

/** A character of ASCII, or else the first byte of the character in UTF-8, which a lone surrogate lacks. */
function shown(point: number): string {
  const character = String.fromCodePoint(point);
  const isSurrogate = point >= 0xd800 && point < 0xe000;
  return /[ -~]/.test(character)
    ? `'${character}'`
    : `byte 0x${isSurrogate ? "ED" : encodeURIComponent(character).slice(1, 3)}`;
}
