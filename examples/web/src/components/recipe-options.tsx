import { memo } from "react";
import type { MealKind, Recipe } from "../api/schema";
import { useLanguage } from "../language/language-context";

interface RecipeOptionsProps {
  readonly kind: MealKind;
  readonly recipes: readonly Recipe[];
}

/**
 * The recipes that are usual for a meal first, then all others.
 *
 * They are the same in every week, and there are many: going to another week does not render them again.
 */
export const RecipeOptions = memo(function RecipeOptions({ kind, recipes }: RecipeOptionsProps) {
  const { text } = useLanguage();
  const options = (usual: boolean) =>
    recipes
      .filter(({ meals }) => meals.includes(kind) === usual)
      .map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ));
  return (
    <>
      {options(true)}
      <optgroup label={text.otherRecipes}>{options(false)}</optgroup>
    </>
  );
});
