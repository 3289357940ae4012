// What assistive technology is told: roles, states and names, and what axe says of them.

import "./dom.mjs";
import "./rendering.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { weeksOf } from "./calendar.mjs";
import { DIVS, renderCalendar, TABLE } from "./week-calendar.mjs";

const today = "2025-08-07";

/** What screen readers say of the grid, its columns, the row of 2025-W32 and its Thursday, in each language. */
const NAMES = {
  fr: {
    grid: "août 2025",
    columns: ["Semaine", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    shorts: ["sem.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    row: "Semaine 32, 2025",
    day: "jeudi 7 août 2025, semaine 32",
  },
  en: {
    grid: "August 2025",
    columns: ["Week", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shorts: ["wk.", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    row: "Week 32, 2025",
    day: "Thursday, August 7, 2025, week 32",
  },
  de: {
    grid: "August 2025",
    columns: ["Woche", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    shorts: ["Woche", "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    row: "Woche 32, 2025",
    day: "Donnerstag, 7. August 2025, Woche 32",
  },
  ar: {
    grid: "أغسطس 2025",
    columns: ["الأسبوع", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    shorts: ["الأسبوع", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    row: "الأسبوع 32, 2025",
    day: "الخميس، 7 أغسطس 2025, الأسبوع 32",
  },
};

for (const [locale, names] of Object.entries(NAMES)) {
  test(`names in ${locale}`, () => {
    const { screen } = renderCalendar("2025-W32", { today, locale });
    assert.equal(screen.getByRole("grid").getAttribute("aria-label"), names.grid);
    const headers = screen.getAllByRole("columnheader");
    assert.deepEqual(
      headers.map((header) => header.getAttribute("aria-label")),
      names.columns,
    );
    assert.deepEqual(
      headers.map(({ textContent }) => textContent),
      names.shorts,
    );
    assert.equal(screen.getByRole("rowheader", { name: names.row }).textContent, "32");
    assert.equal(screen.getByRole("gridcell", { name: names.day }).textContent, "7");
  });
}

test("names say what is seen as well", () => {
  for (const locale of Object.keys(NAMES)) {
    const { screen, unmount } = renderCalendar("2025-W32", { today, locale });
    const cells = [...screen.getAllByRole("gridcell"), ...screen.getAllByRole("rowheader")];
    assert.equal(cells.length, 5 * 8);
    for (const cell of cells) {
      assert.match(cell.getAttribute("aria-label"), new RegExp(`(^|\\D)${cell.textContent}(?!\\d)`));
    }
    unmount();
  }
});

test("weeks begin sentences with a capital where a language has one, and have its digits", () => {
  for (const [locale, label] of [
    ["tr", "Hafta 32, 2025"],
    ["el", "Εβδομάδα 32, 2025"],
    // Georgian has upper-case letters, but no sentence begins with one.
    ["ka", "კვირა 32, 2025"],
    ["ja", "週 32, 2025年"],
    ["fa", "هفته ۳۲, ۲۰۲۵"],
  ]) {
    assert.equal(renderCalendar("2025-W32", { today, locale }).calendar.rows[1].label, label);
  }
});

test("the year of a row is that of the week", () => {
  const page = renderCalendar("2024-W52", { today });
  let rows = 0;
  for (const { year, week, text, days } of weeksOf(2024, 2027)) {
    if (week === 1 || week >= 52) {
      page.go(({ goToMonth }) => goToMonth(days[3].year, days[3].month));
      const row = page.calendar.rows.find((row) => `${row.week}` === text);
      assert.equal(row.label, `Semaine ${week}, ${year}`);
      assert.match(row.days[0].label, new RegExp(` ${days[0].day} .* ${days[0].year}, semaine ${week}$`));
      rows += 1;
    }
  }
  // 2026 has a week 53.
  assert.equal(rows, 4 * 2 + 1);
});

test("the chosen week is a selected row of selected days", () => {
  const page = renderCalendar("2025-W32", { today, max: "2025-W33" });
  assert.equal(page.screen.getByRole("grid").getAttribute("aria-multiselectable"), "true");
  const states = (role) =>
    page.screen.getAllByRole(role).map((element) => element.getAttribute("aria-selected"));
  // The first row is that of the headings; weeks that cannot be chosen are not selectable.
  assert.deepEqual(states("row"), [null, "false", "true", "false", null, null]);
  assert.deepEqual(
    states("gridcell"),
    ["false", "true", "false", null, null].flatMap((state) => Array(7).fill(state)),
  );
  const week = page.screen.getByRole("row", { selected: true });
  assert.equal(week.firstChild.textContent, "32");
  page.rerender("2025-W32", { today, week: "2025-W34", max: "2025-W33" });
  assert.deepEqual(states("row"), [null, "false", "false", "false", "true", null]);
});

test("today is the current date", () => {
  const { container, screen } = renderCalendar("2025-W30", { today });
  assert.equal(container.querySelectorAll("[aria-current]").length, 0);
  renderCalendar("2025-W33", { today });
  const marked = document.querySelectorAll("[aria-current]");
  assert.deepEqual(
    Array.from(marked, (cell) => [cell.getAttribute("aria-current"), cell.dataset.date]),
    [["date", "2025-08-07"]],
  );
  assert.equal(screen.getAllByRole("grid").length, 1);
});

for (const [name, tags] of Object.entries({ TABLE, DIVS })) {
  test(`axe finds no fault, ${name}`, async () => {
    for (const [locale, options] of [
      ["fr", {}],
      ["ar", { min: "2025-W32", max: "2025-W33" }],
    ]) {
      const { container, unmount } = renderCalendar("2025-W32", { today, locale, ...options }, { tags });
      const { violations, incomplete, passes } = await axe.run(container, {
        // jsdom lays nothing out, and draws nothing, by which axe tells text from icons.
        rules: { "color-contrast": { enabled: false }, "label-content-name-mismatch": { enabled: false } },
      });
      const found = [...violations, ...incomplete].map(({ id, help }) => `${id}: ${help}`);
      assert.deepEqual(found, []);
      const looked = new Set(passes.map(({ id }) => id));
      for (const rule of [
        "aria-allowed-attr",
        "aria-allowed-role",
        "aria-required-children",
        "aria-required-parent",
        "aria-valid-attr-value",
      ]) {
        assert.ok(looked.has(rule), rule);
      }
      unmount();
    }
  });
}
