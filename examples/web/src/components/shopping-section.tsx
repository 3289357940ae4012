import { useRef } from "react";
import { IsoWeek } from "semaine";
import { useToday } from "semaine/react";
import type { Recipe } from "../api/schema";
import { useLanguage } from "../language/language-context";
import { type Answer, toldOf } from "../use-answer";
import type { PlannerWeek } from "../use-planner-week";
import { ShoppingList } from "./shopping-list";

interface ShoppingSectionProps {
  readonly week: PlannerWeek;
  readonly recipes: Answer<readonly Recipe[]>;
  /** Shows next week's plan. */
  readonly onPlan: () => void;
}

/** The shopping list of the week after that of today, also when that changes. */
export function ShoppingSection({ week, recipes, onPlan }: ShoppingSectionProps) {
  const { text } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const servings = servingsOf(recipes.value ?? []);
  const nextWeek = IsoWeek.of(useToday()).add(1);
  return (
    <section className="card shopping" aria-labelledby="shopping-heading">
      <h2 id="shopping-heading" ref={heading} tabIndex={-1}>
        {text.shopping}
      </h2>
      <p className="hint">
        {text.shoppingFor(week.formatWeekRange(nextWeek))}
        {servings === null ? null : ` ${text.servings(servings)}`}
      </p>
      <ShoppingList
        key={nextWeek.monday}
        monday={nextWeek.monday}
        told={toldOf(recipes)}
        onPlan={onPlan}
        onButtonGone={() => heading.current?.focus()}
      />
    </section>
  );
}

/** For how many people the recipes are, if that is the same for all. */
function servingsOf(recipes: readonly Recipe[]): number | null {
  const [first] = recipes;
  return first !== undefined && recipes.every(({ servings }) => servings === first.servings)
    ? first.servings
    : null;
}
