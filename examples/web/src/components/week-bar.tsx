import type { Ref } from "react";
import { useLanguage } from "../language/language-context";
import type { PlannerWeek } from "../use-planner-week";
import { WEEK_HEADING } from "../use-week-report";
import { GoToWeek } from "./go-to-week";

interface WeekBarProps {
  readonly week: PlannerWeek;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** Which week is shown, and the ways to another one. */
export function WeekBar({ week, headingRef }: WeekBarProps) {
  const { text } = useLanguage();
  const { weekInfo } = week;
  return (
    <div className="week-bar">
      <div className="week-title">
        <h2 id={WEEK_HEADING} ref={headingRef} tabIndex={-1}>
          {weekInfo.displayRange}
        </h2>
        <p className="week-facts">
          <span className="week-iso">{weekInfo.iso}</span>
          <span className={`badge badge-${weekInfo.type}`}>{text.weekTypes[weekInfo.type]}</span>
        </p>
      </div>
      <div className="week-steps">
        <button
          type="button"
          className="button"
          aria-label={text.previousWeek}
          aria-disabled={!week.canGoToPreviousWeek}
          onClick={week.goToPreviousWeek}
        >
          <span aria-hidden="true" className="arrow arrow-back" />
          <span className="step-name">{text.previousWeekShort}</span>
        </button>
        <button type="button" className="button" onClick={week.goToCurrentWeek}>
          {text.currentWeek}
        </button>
        <button
          type="button"
          className="button"
          aria-label={text.nextWeek}
          aria-disabled={!week.canGoToNextWeek}
          onClick={week.goToNextWeek}
        >
          <span className="step-name">{text.nextWeekShort}</span>
          <span aria-hidden="true" className="arrow arrow-on" />
        </button>
      </div>
      <GoToWeek week={week} />
    </div>
  );
}
