import { useLanguage } from "../language/language-context";
import { usePlans, useUnsavedWeeks } from "../plans/plans-context";
import type { PlannerWeek } from "../use-planner-week";
import { Notice } from "./notice";

/** Leads back to weeks that were left before their changes could be saved. */
export function UnsavedWeeks({ week }: { readonly week: PlannerWeek }) {
  const { text } = useLanguage();
  const plans = usePlans();
  return useUnsavedWeeks()
    .filter((monday) => monday !== week.weekInfo.mondayISO && plans.get(monday).saving !== "saving")
    .map((monday) => (
      <Notice
        key={monday}
        actions={
          <button type="button" className="button" onClick={() => week.goToWeek(monday)}>
            {text.showWeek}
          </button>
        }
      >
        <p>{text.unsavedWeek(week.formatWeekRange(monday))}</p>
      </Notice>
    ));
}
