import { type FormEvent, useId, useState } from "react";
import type { IsoWeek } from "semaine";
import { WeekInput } from "semaine/react";
import { useLanguage } from "../language/language-context";
import type { PlannerWeek } from "../use-planner-week";
import { FIRST_WEEK, LAST_WEEK } from "../week-address";

/** A field for a week, and the button that shows it. */
export function GoToWeek({ week }: { readonly week: PlannerWeek }) {
  const { language, text } = useLanguage();
  const id = useId();
  const { selectedWeek, goToWeek } = week;
  const [typed, setTyped] = useState<IsoWeek | null>(selectedWeek);
  const [shown, setShown] = useState(selectedWeek);
  if (shown !== selectedWeek) {
    setShown(selectedWeek);
    setTyped(selectedWeek);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed !== null) {
      goToWeek(typed);
    }
  }

  return (
    <form className="go-to-week" onSubmit={submit}>
      <label htmlFor={id}>{text.goToWeek}</label>
      <WeekInput
        id={id}
        value={typed}
        onWeekChange={setTyped}
        min={FIRST_WEEK}
        max={LAST_WEEK}
        required
        locale={language}
      />
      <button type="submit" className="button">
        {text.go}
      </button>
    </form>
  );
}
