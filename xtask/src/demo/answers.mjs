/**
 * Answers each date on standard input with its week, Monday, Sunday and number:
 * `node answers.mjs <columns|scalars>`.
 */
import { fromEpochDay, IsoWeek, toDateString, toEpochDay, weekEnd, weekNumber, weekStart } from "semaine";
import * as columns from "semaine/columns";

const ANSWERS = {
  /** All dates at once. */
  columns(dates) {
    const days = Int32Array.from(dates, toEpochDay);
    const weeks = columns.format(days);
    const mondays = columns.weekStart(days);
    const sundays = columns.weekEnd(days);
    const numbers = columns.weekNumber(days);
    const date = (day) => toDateString(fromEpochDay(day));
    return dates.map((_, row) => [weeks[row], date(mondays[row]), date(sundays[row]), numbers[row]]);
  },
  /** One after the other. */
  scalars(dates) {
    return dates.map((date) => [IsoWeek.of(date), weekStart(date), weekEnd(date), weekNumber(date)]);
  },
};

const answers = ANSWERS[process.argv[2]];
let begun = "";
for await (const chunk of process.stdin.setEncoding("utf8")) {
  const lines = (begun + chunk).split("\n");
  begun = lines.pop();
  process.stdout.write(
    answers(lines)
      .map((answer) => `${answer.join(" ")}\n`)
      .join(""),
  );
}
