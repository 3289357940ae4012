// What useISOWeek says of a week and its days, for every week of fifty years.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { act } from "@testing-library/react";
import { useISOWeek } from "semaine/react";
import { englishDay, englishRange, frenchDay, frenchRange, weeksOf } from "./calendar.mjs";
import { renderCounted } from "./rendering.mjs";

const TODAY = "2025-08-07";
const KEYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const LANGUAGES = {
  fr: {
    range: frenchRange,
    displayDate: frenchDay,
    displayFull: (day) => `${frenchDay(day)} ${day.year}`,
    labels: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  },
  en: {
    range: englishRange,
    displayDate: englishDay,
    displayFull: (day) => `${englishDay(day)}, ${day.year}`,
    labels: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  },
};

/** Judges that an instant is the first one of a date where the tests run. */
function assertFirstMoment(instant, { year, month, day }) {
  const parts = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];
  assert.deepEqual(parts, [year, month, day]);
  assert.notEqual(new Date(instant.getTime() - 1).getDate(), day);
}

function assertDescribes({ selectedWeek, weekInfo, weekDays }, week, type, { range, displayDate, labels }) {
  const { monday, sunday, ...said } = weekInfo;
  assertFirstMoment(monday, week.days[0]);
  assertFirstMoment(sunday, week.days[6]);
  assert.deepEqual(said, {
    mondayISO: week.days[0].text,
    sundayISO: week.days[6].text,
    displayRange: range(week),
    weekNumber: week.week,
    year: week.year,
    iso: week.text,
    type,
    isCurrentWeek: type === "current",
    isNextWeek: type === "next",
    isPastWeek: type === "past",
    isFutureWeek: type === "future",
  });
  assert.equal(`${selectedWeek}`, week.text);
  assert.deepEqual([selectedWeek.year, selectedWeek.week], [week.year, week.week]);
  assert.equal(weekDays.length, 7);
  for (const [place, { date, ...day }] of weekDays.entries()) {
    assertFirstMoment(date, week.days[place]);
    assert.deepEqual(day, {
      key: KEYS[place],
      label: labels[place],
      dateISO: week.days[place].text,
      dayNumber: week.days[place].day,
      displayDate: displayDate(week.days[place]),
      isToday: week.days[place].text === TODAY,
      isWeekend: place === 5 || place === 6,
    });
  }
}

for (const [locale, language] of Object.entries(LANGUAGES)) {
  test(`every week from 2000 to 2050, step by step (${locale})`, () => {
    const weeks = weeksOf(2000, 2050);
    const todays = weeks.findIndex(({ text }) => text === "2025-W32");
    const hook = renderCounted(useISOWeek, ["2000-W01", { today: TODAY, locale }]);
    const counted = { weeks: 0, current: 0, next: 0, past: 0, future: 0, long: 0 };
    for (const [place, week] of weeks.entries()) {
      const ahead = place - todays;
      const type = ahead < 0 ? "past" : (["current", "next"][ahead] ?? "future");
      assertDescribes(hook.current, week, type, language);
      counted.weeks += 1;
      counted[type] += 1;
      counted.long += week.week === 53 ? 1 : 0;
      act(() => hook.current.goToNextWeek());
    }
    // 42 years of 52 weeks, and from 2004 to 2048 nine of 53.
    assert.deepEqual(counted, { weeks: 2661, past: 1335, current: 1, next: 1, future: 1324, long: 9 });
    assert.equal(hook.commits, 1 + counted.weeks);
    assert.equal(hook.current.weekInfo.iso, "2051-W01");
  });

  test(`every week from 2000 to 2050, back again (${locale})`, () => {
    const weeks = weeksOf(2000, 2050).toReversed();
    const hook = renderCounted(useISOWeek, ["2050-12-31", { today: TODAY, locale }]);
    for (const week of weeks) {
      assert.equal(hook.current.weekInfo.iso, week.text);
      assert.equal(hook.current.formatWeekRange(), language.range(week));
      assert.equal(hook.current.formatWeekRange(week.days[3]), language.range(week));
      for (const day of week.days) {
        assert.equal(hook.current.formatDateForDisplay(day.text), language.displayFull(day));
      }
      act(() => hook.current.goToPreviousWeek());
    }
    assert.equal(hook.current.weekInfo.iso, "1999-W52");
  });
}

test("the phrases of format_week_display, as its documentation has them", () => {
  for (const [week, locale, phrase] of [
    ["2025-W32", undefined, "Semaine du 4 au 10 août 2025"],
    ["2025-W32", "fr", "Semaine du 4 au 10 août 2025"],
    ["2025-W31", "fr", "Semaine du 28 juillet au 3 août 2025"],
    ["2025-W36", "fr", "Semaine du 1 au 7 septembre 2025"],
    ["2026-W01", "fr", "Semaine du 29 décembre 2025 au 4 janvier 2026"],
    ["2026-W01", "fr-CA", "Semaine du 29 décembre 2025 au 4 janvier 2026"],
    ["2025-W32", "en", "Week of August 04 to 10, 2025"],
    ["2025-W31", "en", "Week of July 28 to August 03, 2025"],
    ["2026-W01", "en", "Week of December 29 to January 04, 2026"],
    ["2026-W53", "en-GB", "Week of December 28 to January 03, 2027"],
  ]) {
    const hook = renderCounted(useISOWeek, [week, { today: TODAY, locale }]);
    assert.equal(hook.current.weekInfo.displayRange, phrase);
    assert.equal(hook.current.formatWeekRange(week), phrase);
  }
});

test("other languages as Intl writes them", () => {
  const LONG = { day: "numeric", month: "long", year: "numeric" };
  const weeks = weeksOf(2024, 2026);
  let compared = 0;
  for (const locale of ["de", "es", "pt-BR", "ar-EG", "fa-IR", "th-TH", "ja-JP", "he", "de-u-nu-thai"]) {
    // Days at noon where the tests run: another way to the text than days of UTC.
    const of = (parts) => new Intl.DateTimeFormat(locale, { ...parts, calendar: "gregory" });
    const [long, short, weekday] = [LONG, { day: "numeric", month: "long" }, { weekday: "long" }].map(of);
    const hook = renderCounted(useISOWeek, ["2024-W01", { today: TODAY, locale }]);
    for (const { days } of weeks) {
      const noons = days.map(({ year, month, day }) => new Date(year, month - 1, day, 12));
      const { weekInfo, weekDays, formatDateForDisplay } = hook.current;
      assert.equal(weekInfo.displayRange, long.formatRange(noons[0], noons[6]));
      for (const [place, { label, displayDate, dateISO }] of weekDays.entries()) {
        assert.deepEqual(
          [label, displayDate, formatDateForDisplay(dateISO)],
          [weekday.format(noons[place]), short.format(noons[place]), long.format(noons[place])],
        );
        compared += 1;
      }
      act(() => hook.current.goToNextWeek());
    }
  }
  assert.equal(compared, 9 * 157 * 7);
});

test("texts follow the language", () => {
  const hook = renderCounted(useISOWeek, ["2025-W32", { today: TODAY }]);
  hook.rerender("2025-W32", { today: TODAY, locale: "en" });
  assert.equal(hook.current.weekInfo.displayRange, "Week of August 04 to 10, 2025");
  assert.equal(hook.current.weekDays[0].label, "Monday");
  assert.equal(hook.current.formatDateForDisplay("2025-08-04"), "August 4, 2025");
  hook.rerender("2025-W32", { today: TODAY, locale: "de" });
  assert.equal(hook.current.weekDays[0].displayDate, "4. August");
});

test("the language of a tag needs no Intl.Locale, which Hermes has not", (t) => {
  const { Locale } = Intl;
  t.after(() => {
    Intl.Locale = Locale;
  });
  delete Intl.Locale;
  for (const [locale, phrase] of [
    ["FR", "Semaine du 4 au 10 août 2025"],
    ["fr-CA", "Semaine du 4 au 10 août 2025"],
    ["en-x-page", "Week of August 04 to 10, 2025"],
    ["fy", "4–10 Augustus 2025"],
  ]) {
    const hook = renderCounted(useISOWeek, ["2025-W32", { today: TODAY, locale }]);
    assert.equal(hook.current.weekInfo.displayRange, phrase);
  }
});

test("formats are kept, but not those of everything that was ever asked for", (t) => {
  const { DateTimeFormat } = Intl;
  t.after(() => {
    Intl.DateTimeFormat = DateTimeFormat;
  });
  let made = 0;
  Intl.DateTimeFormat = class extends DateTimeFormat {
    constructor(...given) {
      super(...given);
      made += 1;
    }
  };
  const hook = renderCounted(useISOWeek, ["2025-W32", { today: TODAY }]);
  /** How many formats are made for a language. */
  const madeFor = (locale) => {
    made = 0;
    hook.rerender("2025-W32", { today: TODAY, locale });
    return made;
  };
  const first = madeFor("en-x-first");
  assert.ok(first > 0);
  assert.equal(madeFor("en-x-second"), first);
  assert.equal(madeFor("en-x-first"), 0);
  for (let place = 0; place < 100; place += 1) {
    assert.ok(madeFor(`en-x-${place}`) >= first);
  }
  assert.equal(madeFor("en-x-first"), first);
});

test("the type tells how the chosen week lies to that of today", () => {
  for (const [week, today, type] of [
    ["2025-W32", "2025-08-04", "current"],
    ["2025-W32", "2025-08-10", "current"],
    ["2025-W32", "2025-08-03", "next"],
    ["2025-W32", "2025-08-11", "past"],
    ["2025-W32", "2025-07-27", "future"],
    ["2025-W01", "2024-12-30", "current"],
    ["2025-W01", "2024-12-29", "next"],
    ["2026-W53", "2027-01-03", "current"],
    ["2027-W01", "2027-01-03", "next"],
    ["2026-W53", "2027-01-04", "past"],
  ]) {
    const { current } = renderCounted(useISOWeek, [week, { today }]);
    assert.equal(current.weekInfo.type, type, `${week} on ${today}`);
  }
});
