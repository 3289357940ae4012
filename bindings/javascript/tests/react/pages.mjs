// Pages that a server renders and a browser takes over: the same file for both.

import { createElement, Suspense, useState } from "react";
import { useISOWeek, useToday } from "semaine/react";

/** A week, its days with the mark of today, and what else could differ between server and browser. */
function WeekPage({ initialWeek, ...options }) {
  const { weekInfo, weekDays, goToNextWeek, formatDateForDisplay } = useISOWeek(initialWeek, options);
  const today = useToday(options);
  return createElement(
    "main",
    { className: weekInfo.type },
    createElement("h2", null, weekInfo.displayRange),
    createElement("button", { type: "button", onClick: goToNextWeek }, weekInfo.iso),
    createElement(
      "ol",
      null,
      weekDays.map(({ key, label, date, dateISO, isToday }) =>
        createElement(
          "li",
          { key, title: dateISO, "aria-current": isToday ? "date" : undefined },
          [label, date.getDate(), date.getHours() < 2].join(" "),
        ),
      ),
    ),
    createElement("p", null, formatDateForDisplay(today)),
  );
}

function SuspendingPage(props) {
  return createElement(Suspense, { fallback: "…" }, createElement(WeekPage, props));
}

/** As people write it: each side asks its own clock, in its own zone. */
function HandWrittenPage() {
  const [now] = useState(() => new Date());
  const monday = new Date(now);
  monday.setDate(now.getDate() - ((now.getDay() + 6) % 7));
  return createElement("main", null, createElement("h2", null, monday.toLocaleDateString("fr")));
}

export const PAGES = { WeekPage, SuspendingPage, HandWrittenPage };
