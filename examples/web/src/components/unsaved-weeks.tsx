import { useLanguage } from "../language/language-context";
import type { WeekPlan } from "../plans/meal-plans";
import { usePlans, useUnsavedWeeks } from "../plans/plans-context";
import type { PlannerWeek } from "../use-planner-week";
import { Notice } from "./notice";

interface UnsavedWeeksProps {
  readonly week: PlannerWeek;
  /** Shows the week of a date. */
  readonly onShow: (date: string) => void;
}

/** Leads back to weeks that were left before their changes could be saved. */
export function UnsavedWeeks({ week, onShow }: UnsavedWeeksProps) {
  const { text } = useLanguage();
  const plans = usePlans();
  return useUnsavedWeeks()
    .filter((monday) => monday !== week.weekInfo.mondayISO && isStuck(plans.get(monday)))
    .map((monday) => (
      <Notice
        key={monday}
        actions={
          <button type="button" className="button" onClick={() => onShow(monday)}>
            {text.showWeek}
          </button>
        }
      >
        <p>{text.unsavedWeek(week.formatWeekRange(monday))}</p>
      </Notice>
    ));
}

/** A first attempt to save is no news. */
function isStuck({ saving, problem }: WeekPlan): boolean {
  return saving !== "saving" || problem !== null;
}
