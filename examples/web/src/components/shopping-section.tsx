import { useRef } from "react";
import { IsoWeek } from "semaine";
import { useToday } from "semaine/react";
import { useLanguage } from "../language/language-context";
import type { PlannerWeek } from "../use-planner-week";
import { ShoppingList } from "./shopping-list";

interface ShoppingSectionProps {
  readonly week: PlannerWeek;
  /** Shows next week's plan. */
  readonly onPlan: () => void;
}

/** The shopping list of the week after that of today, also when that changes. */
export function ShoppingSection({ week, onPlan }: ShoppingSectionProps) {
  const { text } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const nextWeek = IsoWeek.of(useToday()).add(1);
  return (
    <section className="card shopping" aria-labelledby="shopping-heading">
      <h2 id="shopping-heading" ref={heading} tabIndex={-1}>
        {text.shopping}
      </h2>
      <p className="hint">{text.shoppingFor(week.formatWeekRange(nextWeek))}</p>
      <ShoppingList
        key={nextWeek.monday}
        monday={nextWeek.monday}
        onPlan={onPlan}
        onButtonGone={() => heading.current?.focus()}
      />
    </section>
  );
}
