// What the types of the installed package say to CommonJS. Compiled, never run.

import semaine = require("semaine");
import columns = require("semaine/columns");
import react = require("semaine/react");

const text: string = semaine.weekStart("2025-08-07");
const week: semaine.IsoWeek = semaine.IsoWeek.of(text);
const numbers: Uint8Array = columns.weekNumber(Int32Array.of(week.on(4).epochDay));

const hook: (week?: react.WeekLike | null) => react.ISOWeekState = react.useISOWeek;

// @ts-expect-error: a Date is an instant, not a date
semaine.weekStart(new Date(0));

export = { hook, numbers };
