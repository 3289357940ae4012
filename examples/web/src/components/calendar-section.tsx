import { useLanguage } from "../language/language-context";
import type { PlannerWeek } from "../use-planner-week";

/** A month of weeks to choose from. */
export function CalendarSection({ week }: { readonly week: PlannerWeek }) {
  const { text } = useLanguage();
  return (
    <section className="card calendar" aria-labelledby="calendar-heading">
      <h2 id="calendar-heading">{text.calendar}</h2>
      <p>{week.weekInfo.iso}</p>
    </section>
  );
}
