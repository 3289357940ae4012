/**
 * Days of texts, and null for texts that are refused: an error takes a hundred times as long as a row.
 *
 * @module
 */
import * as core from "../core.js";
import { int32 } from "../integers.js";
import { NULL } from "./null.js";

const SIGNED_WEEK = /^([+-]\d{4,})-?W(\d\d)$/;
const SIGNED_WEEK_DATE = /^([+-]\d{4,})(-?)W(\d\d)\2([1-7])$/;
const HYPHEN = 0x2d;
const W = 0x57;
const ZERO = 0x30;

/** The Monday of a week: `2025-W32`, `2025W32`, or with a sign before the year. */
export function mondayOfText(text: string): number {
  const isExtended = text.charCodeAt(4) === HYPHEN;
  if (text.length === (isExtended ? 8 : 7)) {
    return plainMonday(text, isExtended ? 5 : 4);
  }
  const [, year, week] = SIGNED_WEEK.exec(text) ?? [];
  return signedMonday(year, week);
}

/** The day of a week date: `2025-W32-4`, `2025W324`, or with a sign before the year. */
export function dayOfText(text: string): number {
  const isExtended = text.charCodeAt(4) === HYPHEN && text.charCodeAt(8) === HYPHEN;
  const weekday = text.charCodeAt(text.length - 1) - ZERO;
  if (text.length === (isExtended ? 10 : 8)) {
    const monday = plainMonday(text, isExtended ? 5 : 4);
    return monday !== NULL && weekday >= 1 && weekday <= 7 ? monday + weekday - 1 : NULL;
  }
  const [, year, , week] = SIGNED_WEEK_DATE.exec(text) ?? [];
  const monday = signedMonday(year, week);
  return monday === NULL ? NULL : monday + weekday - 1;
}

/** Of a year of four digits, and a week after the letter at a place. */
function plainMonday(text: string, letterAt: number): number {
  const year = 100 * pairAt(text, 0) + pairAt(text, 2);
  const week = pairAt(text, letterAt + 1);
  return year >= 0 && week >= 0 && text.charCodeAt(letterAt) === W ? mondayOf(year, week) : NULL;
}

/** The number that two digits write; so little for anything else that sums are negative. */
function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >>> 0 < 10 && ones >>> 0 < 10 ? 10 * tens + ones : -1e4;
}

/** The year zero takes no minus sign. */
function signedMonday(year: string | undefined, week: string | undefined): number {
  const number = Number(year);
  return year === undefined || Object.is(number, -0) ? NULL : mondayOf(int32(number), Number(week));
}

function mondayOf(year: number, week: number): number {
  const epochWeek = core.week_from(year, week);
  return epochWeek < -core.last_week ? NULL : core.monday(epochWeek);
}
