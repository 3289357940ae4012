import { epochDayOf } from "./civil.js";
import { expectEnd, expectHyphen, expectText, isSign, twoDigitsAt, yearBetween, yearEnd } from "./scan.js";

/** The epoch day of `YYYY-MM-DD`. */
export function parseEpochDay(text: string): number {
  expectText(text);
  const signed = isSign(text, 0);
  const end = yearEnd(text, Number(signed), signed);
  expectHyphen(text, end);
  const month = twoDigitsAt(text, end + 1);
  expectHyphen(text, end + 3);
  const day = twoDigitsAt(text, end + 4);
  expectEnd(text, end + 6);
  return epochDayOf(yearBetween(text, 0, end), month, day, end);
}
