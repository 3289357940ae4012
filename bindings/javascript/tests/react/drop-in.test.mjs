// A component that was written for a hand-written useISOWeek: only its import has changed.

import "./dom.mjs";

import assert from "node:assert/strict";
import { test } from "node:test";
import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createElement as h, useEffect, useState } from "react";
import { useISOWeek } from "semaine/react";
import "./rendering.mjs";

function MealPlanner({ fetchPlan, today }) {
  const {
    selectedWeek,
    weekInfo,
    weekDays,
    goToPreviousWeek,
    goToNextWeek,
    goToCurrentWeek,
    goToWeek,
    goToNextWeekFromToday,
    isSameWeekAs,
    isWeekType,
    formatWeekRange,
    getWeekMonday,
    getWeekSunday,
    formatDateForAPI,
    formatDateForDisplay,
    getWeekType,
    isCurrentWeek,
    isNextWeek,
  } = useISOWeek(undefined, { today });
  const [plan, setPlan] = useState("");
  const { mondayISO } = weekInfo;

  useEffect(() => {
    let shown = true;
    const url = `/api/meal-plans/week/${formatDateForAPI(weekInfo.monday)}`;
    fetchPlan(url).then((answer) => shown && setPlan(answer));
    return () => {
      shown = false;
    };
  }, [fetchPlan, formatDateForAPI, weekInfo.monday]);

  const button = (name, onClick) => h("button", { type: "button", onClick }, name);
  const badges = { current: "cette semaine", next: "semaine prochaine", past: "passée", future: "à venir" };
  return h(
    "section",
    { id: `semaine-${mondayISO}` },
    h(
      "nav",
      null,
      button("Semaine précédente", goToPreviousWeek),
      button("Aujourd’hui", goToCurrentWeek),
      button("Semaine suivante", goToNextWeek),
      button("Préparer la semaine prochaine", () => goToNextWeekFromToday()),
      button("Noël", () => goToWeek("2025-12-25")),
      button("Rentrée", () => goToWeek(new Date(2025, 8, 1, 8, 30))),
    ),
    h("h2", null, weekInfo.displayRange),
    h("p", { role: "status" }, `${weekInfo.iso} · ${badges[weekInfo.type]}`),
    h(
      "ul",
      null,
      weekDays.map(({ key, label, dayNumber, displayDate, dateISO, date, isToday, isWeekend }) =>
        h(
          "li",
          { key, className: [isToday && "today", isWeekend && "weekend"].filter(Boolean).join(" ") },
          h("time", { dateTime: dateISO }, `${label} ${displayDate}`),
          ` (${dayNumber}/${date.getMonth() + 1})`,
        ),
      ),
    ),
    h("output", null, plan),
    h(
      "footer",
      null,
      [
        `n° ${weekInfo.weekNumber} de ${weekInfo.year}`,
        `du ${formatDateForDisplay(getWeekMonday())} au ${formatDateForDisplay(getWeekSunday())}`,
        `${formatWeekRange(selectedWeek)}`,
        `${isSameWeekAs(today)} ${isWeekType("past")} ${weekInfo.isPastWeek} ${weekInfo.isFutureWeek}`,
        `${getWeekType(weekInfo.sunday)} ${isCurrentWeek(weekInfo.monday)} ${isNextWeek(weekInfo.mondayISO)}`,
        `${weekInfo.isCurrentWeek} ${weekInfo.isNextWeek} ${weekInfo.sundayISO}`,
      ].join(" | "),
    ),
  );
}

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/** The cards of some days of a month, without their weekdays. */
function span(first, last, name, month) {
  const days = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return days.map((day) => `${day} ${name} (${day}/${month})`);
}

const STEPS = [
  {
    press: undefined,
    range: "Semaine du 4 au 10 août 2025",
    status: "2025-W32 · cette semaine",
    days: span(4, 10, "août", 8),
    api: "/api/meal-plans/week/2025-08-04",
    footer:
      "n° 32 de 2025 | du 4 août 2025 au 10 août 2025 | Semaine du 4 au 10 août 2025 | " +
      "true false false false | current true false | true false 2025-08-10",
  },
  {
    press: "Semaine précédente",
    range: "Semaine du 28 juillet au 3 août 2025",
    status: "2025-W31 · passée",
    days: [...span(28, 31, "juillet", 7), ...span(1, 3, "août", 8)],
    api: "/api/meal-plans/week/2025-07-28",
    footer:
      "n° 31 de 2025 | du 28 juillet 2025 au 3 août 2025 | Semaine du 28 juillet au 3 août 2025 | " +
      "false true true false | past false false | false false 2025-08-03",
  },
  {
    press: "Noël",
    range: "Semaine du 22 au 28 décembre 2025",
    status: "2025-W52 · à venir",
    days: span(22, 28, "décembre", 12),
    api: "/api/meal-plans/week/2025-12-22",
    footer:
      "n° 52 de 2025 | du 22 décembre 2025 au 28 décembre 2025 | Semaine du 22 au 28 décembre 2025 | " +
      "false false false true | future false false | false false 2025-12-28",
  },
  {
    press: "Semaine suivante",
    range: "Semaine du 29 décembre 2025 au 4 janvier 2026",
    status: "2026-W01 · à venir",
    days: [...span(29, 31, "décembre", 12), ...span(1, 4, "janvier", 1)],
    api: "/api/meal-plans/week/2025-12-29",
    footer:
      "n° 1 de 2026 | du 29 décembre 2025 au 4 janvier 2026 | " +
      "Semaine du 29 décembre 2025 au 4 janvier 2026 | " +
      "false false false true | future false false | false false 2026-01-04",
  },
  {
    press: "Préparer la semaine prochaine",
    range: "Semaine du 11 au 17 août 2025",
    status: "2025-W33 · semaine prochaine",
    days: span(11, 17, "août", 8),
    api: "/api/meal-plans/week/2025-08-11",
    footer:
      "n° 33 de 2025 | du 11 août 2025 au 17 août 2025 | Semaine du 11 au 17 août 2025 | " +
      "false false false false | next false true | false true 2025-08-17",
  },
  {
    press: "Rentrée",
    range: "Semaine du 1 au 7 septembre 2025",
    status: "2025-W36 · à venir",
    days: span(1, 7, "septembre", 9),
    api: "/api/meal-plans/week/2025-09-01",
    footer:
      "n° 36 de 2025 | du 1 septembre 2025 au 7 septembre 2025 | Semaine du 1 au 7 septembre 2025 | " +
      "false false false true | future false false | false false 2025-09-07",
  },
  {
    press: "Aujourd’hui",
    range: "Semaine du 4 au 10 août 2025",
    status: "2025-W32 · cette semaine",
    days: span(4, 10, "août", 8),
    api: "/api/meal-plans/week/2025-08-04",
    footer:
      "n° 32 de 2025 | du 4 août 2025 au 10 août 2025 | Semaine du 4 au 10 août 2025 | " +
      "true false false false | current true false | true false 2025-08-10",
  },
];

const BUTTONS = "Semaine précédenteAujourd’huiSemaine suivantePréparer la semaine prochaineNoëlRentrée";

test("a component keeps working, text by text and request by request", async () => {
  const urls = [];
  const fetchPlan = async (url) => {
    urls.push(url);
    return `plan de ${url}`;
  };
  const user = userEvent.setup({ document });
  const { container } = render(h(MealPlanner, { fetchPlan, today: "2025-08-07" }));
  for (const [step, { press, range, status, days, api, footer }] of STEPS.entries()) {
    if (press !== undefined) {
      await user.click(screen.getByRole("button", { name: press }));
    }
    await screen.findByText(`plan de ${api}`);
    const cards = days.map((day, place) => `${DAYS[place]} ${day}`);
    const text = [BUTTONS, range, status, ...cards, `plan de ${api}`, footer].join("");
    assert.equal(container.textContent, text);
    assert.equal(container.firstChild.id, `semaine-${api.slice(-10)}`);
    assert.deepEqual(
      urls,
      STEPS.slice(0, step + 1).map((each) => each.api),
    );
    const items = within(screen.getByRole("list")).getAllByRole("listitem");
    const today = status.endsWith("cette semaine") ? "today" : "";
    assert.deepEqual(
      items.map(({ className }) => className),
      ["", "", "", today, "", "weekend", "weekend"],
    );
  }
});
