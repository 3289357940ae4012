import type { WeekDay } from "semaine/react";
import type { MealKind, Recipe } from "../api/schema";
import { useLanguage } from "../language/language-context";
import { RecipeOptions } from "./recipe-options";

interface MealSelectProps {
  readonly kind: MealKind;
  readonly day: WeekDay;
  readonly value: number | null;
  readonly recipes: readonly Recipe[];
  /** Whether a choice is refused; the select keeps its focus. */
  readonly disabled: boolean;
  readonly onChange: (recipe: number | null) => void;
}

/** One meal of a day. */
export function MealSelect({ kind, day, value, recipes, disabled, onChange }: MealSelectProps) {
  const { text } = useLanguage();
  const id = `meal-${day.key}-${kind}`;
  const unknown = value !== null && !recipes.some((recipe) => recipe.id === value);
  return (
    <div className="meal">
      <label id={`${id}-label`} htmlFor={id}>
        {text.meals[kind]}
      </label>
      <select
        id={id}
        aria-labelledby={`${id}-label day-${day.key}`}
        className={value === null ? "meal-none" : undefined}
        value={value ?? ""}
        aria-disabled={disabled}
        onChange={({ target }) => {
          if (!disabled) {
            onChange(target.value === "" ? null : Number(target.value));
          }
        }}
      >
        <option value="">{text.noMeal}</option>
        {unknown ? <option value={value}>{text.unknownRecipe(value)}</option> : null}
        <RecipeOptions kind={kind} recipes={recipes} />
      </select>
    </div>
  );
}
