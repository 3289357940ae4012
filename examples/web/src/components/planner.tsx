import { useCallback, useRef } from "react";
import { useApi } from "../api-context";
import { useLanguage } from "../language/language-context";
import { useAnswer } from "../use-answer";
import { usePageLeaving } from "../use-page-leaving";
import { usePlannerWeek } from "../use-planner-week";
import { useWeekReport, WEEK_HEADING } from "../use-week-report";
import { AddressNotice } from "./address-notice";
import { CalendarSection } from "./calendar-section";
import { MealPlan } from "./meal-plan";
import { PageHeader } from "./page-header";
import { ShoppingSection } from "./shopping-section";
import { StartPlan } from "./start-plan";
import { UnsavedWeeks } from "./unsaved-weeks";
import { WeekBar } from "./week-bar";

/** The page: a week and its meals, a calendar, the shopping list, and the start of a plan. */
export function Planner() {
  const { text } = useLanguage();
  const week = usePlannerWeek();
  const api = useApi();
  const recipes = useAnswer(useCallback(() => api.recipes(), [api]));
  const heading = useRef<HTMLHeadingElement>(null);
  useWeekReport(week);
  usePageLeaving();

  /** Leads the user to the week, whose buttons may be far from the one that was pressed, or that one gone. */
  function showWeek(go: () => void) {
    go();
    heading.current?.focus();
  }

  return (
    <>
      <a className="skip-link" href={`#${WEEK_HEADING}`}>
        {text.skipToWeek}
      </a>
      <PageHeader />
      <main className="columns">
        <div className="middle">
          <AddressNotice refused={week.refusedAddress} onDismiss={() => showWeek(week.dismissRefusal)} />
          <UnsavedWeeks week={week} onShow={(date) => showWeek(() => week.goToWeek(date))} />
          <section className="card week" aria-labelledby={WEEK_HEADING}>
            <WeekBar week={week} headingRef={heading} />
            <MealPlan week={week} recipes={recipes} />
          </section>
          <ShoppingSection
            week={week}
            recipes={recipes}
            onPlan={() => showWeek(week.goToNextWeekFromToday)}
          />
        </div>
        <div className="side">
          <CalendarSection week={week} />
          <StartPlan week={week} onStarted={(date) => showWeek(() => week.goToWeek(date))} />
        </div>
      </main>
    </>
  );
}
