import { useEffect, useRef } from "react";
import { useWeekCalendar } from "semaine/react";
import { useLanguage } from "../language/language-context";
import { useAnnounce } from "../status/status-context";
import type { PlannerWeek } from "../use-planner-week";
import { FIRST_WEEK, LAST_WEEK } from "../week-address";
import { CalendarGrid } from "./calendar-grid";

/** A month, in which a week can be chosen. */
export function CalendarSection({ week }: { readonly week: PlannerWeek }) {
  const { language, text } = useLanguage();
  const announce = useAnnounce();
  const calendar = useWeekCalendar(null, {
    week: week.selectedWeek,
    onChange: week.goToWeek,
    locale: language,
    min: FIRST_WEEK,
    max: LAST_WEEK,
  });
  const { year, month, monthLabel } = calendar;

  const section = useRef<HTMLElement>(null);
  const said = useRef(`${year}-${month}`);
  useEffect(() => {
    if (said.current !== `${year}-${month}`) {
      said.current = `${year}-${month}`;
      // Who changes the month elsewhere, by going to a week, hears of the week.
      if (section.current?.contains(document.activeElement)) {
        announce(monthLabel);
      }
    }
  }, [year, month, monthLabel, announce]);

  return (
    <section ref={section} className="card calendar" aria-labelledby="calendar-heading">
      <h2 id="calendar-heading">{text.calendar}</h2>
      <div className="month-bar">
        <button
          type="button"
          className="button"
          aria-label={text.previousMonth}
          aria-disabled={!calendar.canGoToPreviousMonth}
          onClick={calendar.goToPreviousMonth}
        >
          <span className="arrow arrow-back" />
        </button>
        <p className="month-name">{monthLabel}</p>
        <button
          type="button"
          className="button"
          aria-label={text.nextMonth}
          aria-disabled={!calendar.canGoToNextMonth}
          onClick={calendar.goToNextMonth}
        >
          <span className="arrow arrow-on" />
        </button>
      </div>
      <CalendarGrid calendar={calendar} />
    </section>
  );
}
