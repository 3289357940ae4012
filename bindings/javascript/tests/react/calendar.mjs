// The weeks of some years by stepping from day to day, and what people call them.

import { WEEKS_PER_CYCLE, weeksFrom } from "../stepper.mjs";

const FRENCH = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

const ENGLISH = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The weeks of ISO years from 1970 on, each with its year, number, text and days. */
export function weeksOf(firstYear, lastYear) {
  const weeks = [];
  for (const { year, week, text, days } of weeksFrom(0, WEEKS_PER_CYCLE)) {
    if (year > lastYear) {
      break;
    }
    if (year >= firstYear) {
      weeks.push({ year, week, text, days: days.map((day) => ({ ...day })) });
    }
  }
  return weeks;
}

/** `Semaine du 4 au 10 août 2025`: of the Monday only what the Sunday does not have in common. */
export function frenchRange({ days: { 0: from, 6: to } }) {
  const words = ({ day, month, year }) => [day, FRENCH[month - 1], year];
  const shared = to.year !== from.year ? 0 : to.month !== from.month ? 1 : 2;
  return `Semaine du ${words(from)
    .slice(0, 3 - shared)
    .join(" ")} au ${words(to).join(" ")}`;
}

/** `Week of August 04 to 10, 2025`, with the year of the Sunday alone. */
export function englishRange({ days: { 0: from, 6: to } }) {
  const words = ({ day, month }) => [ENGLISH[month - 1], String(day).padStart(2, "0")];
  const shared = to.month === from.month ? 1 : 0;
  return `Week of ${words(from).join(" ")} to ${words(to).slice(shared).join(" ")}, ${to.year}`;
}

/** `4 août`. */
export function frenchDay({ day, month }) {
  return `${day} ${FRENCH[month - 1]}`;
}

/** `August 4`. */
export function englishDay({ day, month }) {
  return `${ENGLISH[month - 1]} ${day}`;
}
