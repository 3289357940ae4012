// Runs in a process of its own, with `TZ` set: dates and instants of that zone. Prints what it counted.

import assert from "node:assert/strict";
import * as semaine from "semaine";

const MILLISECONDS_PER_DAY = 86_400_000;
const zone = process.env.TZ;

/** What the host's formatter says of an instant; another way to the zone than the getters of `Date`. */
const format = new Intl.DateTimeFormat("en-US", {
  timeZone: zone,
  calendar: "iso8601",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});

function formatted(instant) {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  return { year: parts.year, month: parts.month, day: parts.day };
}

/** Judges that an instant is the first one of a date where the program runs. */
function assertFirstMoment(instant, date) {
  assert.deepEqual([instant.getFullYear(), instant.getMonth() + 1, instant.getDate()], Object.values(date));
  assert.deepEqual(semaine.fromLocalDate(instant), date);
  const before = new Date(instant.getTime() - 1);
  assert.deepEqual(semaine.fromLocalDate(before), semaine.fromEpochDay(semaine.toEpochDay(date) - 1));
}

const counted = {
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  days: 0,
  changes: 0,
  gaps: 0,
  ahead: 0,
};

// Every day of 1970 to 2037, and every hour of the days on which clocks change.
const last = semaine.toEpochDay("2037-12-31");
for (let epochDay = 0; epochDay <= last; epochDay += 1) {
  const date = semaine.fromEpochDay(epochDay);
  const instant = semaine.toLocalDate(date);
  const next = semaine.toLocalDate(semaine.fromEpochDay(epochDay + 1));
  assertFirstMoment(instant, date);
  counted.days += 1;
  counted.gaps += instant.getHours() === 0 && instant.getMinutes() === 0 ? 0 : 1;
  if (next - instant !== MILLISECONDS_PER_DAY) {
    counted.changes += 1;
    for (let time = instant.getTime(); time < next.getTime(); time += 900_000) {
      assert.deepEqual(semaine.fromLocalDate(new Date(time)), date);
      assert.deepEqual(formatted(new Date(time)), date);
    }
  }
  // The date of a local midnight in UTC is another one wherever clocks are ahead: the trap of toISOString.
  counted.ahead += instant.toISOString().startsWith(semaine.toDateString(date)) ? 0 : 1;
  assert.equal(semaine.toUtcDate(date).toISOString().slice(0, 10), semaine.toDateString(date));
}

// The years 0 to 99, which the constructor of Date takes for 1900 to 1999.
for (
  let epochDay = semaine.toEpochDay("0000-01-01");
  epochDay <= semaine.toEpochDay("0099-12-31");
  epochDay += 1
) {
  const date = semaine.fromEpochDay(epochDay);
  assertFirstMoment(semaine.toLocalDate(date), date);
  assert.deepEqual(semaine.fromUtcDate(semaine.toUtcDate(date)), date);
  counted.days += 1;
}

// Both ends of Date: its first and last days have no midnight in every zone.
counted.ends = [-100_000_000, -99_999_999, 99_999_999, 100_000_000].map((epochDay) => {
  const date = semaine.fromEpochDay(epochDay);
  assert.equal(semaine.toUtcDate(date).getTime(), epochDay * MILLISECONDS_PER_DAY);
  try {
    const instant = semaine.toLocalDate(date);
    assert.deepEqual(semaine.fromLocalDate(instant), date);
    return "instant";
  } catch ({ code, value }) {
    assert.equal(value, epochDay);
    return code;
  }
});
for (const time of [-8.64e15, 8.64e15]) {
  const { year, month, day } = semaine.fromLocalDate(new Date(time));
  const instant = new Date(time);
  assert.deepEqual([year, month, day], [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()]);
}

console.log(JSON.stringify(counted));
