import type { WeekDay } from "semaine/react";
import type { MealKind, Meals, Recipe, Weekday } from "../api/schema";
import { useLanguage } from "../language/language-context";
import { MEAL_KINDS } from "../meals";
import { MealSelect } from "./meal-select";

interface MealDayProps {
  readonly day: WeekDay;
  readonly meals: NonNullable<Meals[Weekday]>;
  readonly recipes: readonly Recipe[];
  readonly disabled: boolean;
  readonly onPlan: (kind: MealKind, recipe: number | null) => void;
}

/** The meals of one day. */
export function MealDay({ day, meals, recipes, disabled, onPlan }: MealDayProps) {
  const { text } = useLanguage();
  const heading = `day-${day.key}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset takes no place in a grid.
    <div
      className={day.isToday ? "day day-today" : "day"}
      role="group"
      aria-labelledby={heading}
      aria-current={day.isToday ? "date" : undefined}
    >
      <h4 id={heading}>
        <span className="day-name">{day.label}</span> <time dateTime={day.dateISO}>{day.displayDate}</time>
        {day.isToday ? <span className="day-mark"> {text.today}</span> : null}
      </h4>
      {MEAL_KINDS.map((kind) => (
        <MealSelect
          key={kind}
          kind={kind}
          day={day}
          value={meals[kind] ?? null}
          recipes={recipes}
          disabled={disabled}
          onChange={(recipe) => onPlan(kind, recipe)}
        />
      ))}
    </div>
  );
}
