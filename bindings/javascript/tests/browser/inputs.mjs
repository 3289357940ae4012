// What a real `<input type="week">` takes and gives, against what semaine does.

import { same } from "../check.mjs";

const input = () => document.querySelector("input[type=week]");

/** The weeks of a cycle of 400 years, and of the first and last years that the input has. */
const CYCLE = 20_871;

function* sampled(semaine) {
  const { IsoWeek } = semaine;
  for (const year of [1, 99, 100, 1600, 1970, 9999, 10_000, 275_760]) {
    // The input ends with the last instant of `Date`: 275760-W37.
    yield* [new IsoWeek(year, 1), new IsoWeek(year, year === 275_760 ? 37 : semaine.weeksInYear(year))];
  }
  for (let at = 0; at < CYCLE; at += 1) {
    yield IsoWeek.fromEpochWeek(at);
  }
}

function values(semaine) {
  let checked = 0;
  for (const week of sampled(semaine)) {
    input().value = week.toInputValue();
    same(input().value, week.toInputValue(), `${week}`);
    same(semaine.IsoWeek.fromInput(input()).equals(week), true, `${week}`);
    same(input().valueAsNumber, semaine.toUtcDate(week.monday).getTime(), `${week}`);
    same(semaine.IsoWeek.fromMonday(semaine.fromUtcDate(input().valueAsDate)).equals(week), true, `${week}`);
    checked += 1;
  }
  same(checked, CYCLE + 16, "the weeks that were put in");
}

/** A browser finds out by itself which week numbers a year has. */
function phantomWeeks(semaine) {
  let refused = 0;
  for (let year = 1900; year < 2300; year += 1) {
    input().value = `${year}-W53`;
    same(input().value !== "", semaine.isLongYear(year), year);
    same(semaine.IsoWeek.fromInput(input())?.week, semaine.isLongYear(year) ? 53 : undefined, year);
    refused += input().value === "" ? 1 : 0;
  }
  same(refused, 329, "the years without week 53");
}

function instants(semaine) {
  for (let epochDay = -800; epochDay < 800; epochDay += 1) {
    const date = semaine.fromEpochDay(epochDay);
    input().valueAsDate = semaine.toUtcDate(date);
    same(semaine.IsoWeek.fromInput(input()).contains(date), true, date);
  }
}

function empty(semaine) {
  for (const value of ["", "2025-W00", "2025-w32", "2025W32", " 2025-W32", "0000-W01", "-0001-W01"]) {
    input().value = value;
    same([input().value, semaine.IsoWeek.fromInput(input())], ["", null], value);
  }
}

/** Stepping up and down, and the limits, which are weeks, too. */
function steps(semaine) {
  const week = semaine.IsoWeek.parse("2020-W53");
  input().value = week.toInputValue();
  input().stepUp(1);
  same(semaine.IsoWeek.fromInput(input()).since(week), 1, "a step up");
  input().stepDown(5);
  same(semaine.IsoWeek.fromInput(input()).since(week), -4, "steps down");
  input().max = week.subtract(5).toInputValue();
  same(input().validity.rangeOverflow, true, "a week after the last");
  input().removeAttribute("max");
}

/** Names and checks, each of which is given the library. */
export const INPUTS = [
  ["weeks go in and out", values],
  ["week 53 of a short year does not go in", phantomWeeks],
  ["instants of days are of their weeks", instants],
  ["what is no week leaves the input empty", empty],
  ["steps and limits", steps],
];
