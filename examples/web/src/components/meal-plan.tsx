import { useEffect, useRef } from "react";
import type { Recipe } from "../api/schema";
import { useLanguage } from "../language/language-context";
import { hasMeals, MEAL_KINDS } from "../meals";
import { usePlans, useWeekPlan } from "../plans/plans-context";
import { useAnnounce } from "../status/status-context";
import { type Answer, toldOf } from "../use-answer";
import type { PlannerWeek } from "../use-planner-week";
import { ConflictNotice } from "./conflict-notice";
import { Failure } from "./failure";
import { MealDay } from "./meal-day";
import { SaveState } from "./save-state";

interface MealPlanProps {
  readonly week: PlannerWeek;
  readonly recipes: Answer<readonly Recipe[]>;
}

const NONE: readonly Recipe[] = [];

/** The meals of the shown week. A change is saved at once. */
export function MealPlan({ week, recipes }: MealPlanProps) {
  const { text } = useLanguage();
  const announce = useAnnounce();
  const plans = usePlans();
  const monday = week.weekInfo.mondayISO;
  const plan = useWeekPlan(monday);
  const { saving } = plan;
  const heading = useRef<HTMLHeadingElement>(null);
  const { displayRange } = week.weekInfo;

  const before = useRef({ monday, saving });
  useEffect(() => {
    const ended = before.current.monday === monday && before.current.saving === "saving";
    before.current = { monday, saving };
    if (ended && saving === "saved") {
      announce(text.savedIn(displayRange));
    }
  }, [saving, monday, text, displayRange, announce]);

  /** Does what a notice offers. The notice goes, and must not take the focus with it. */
  function mend(work: () => void) {
    heading.current?.focus();
    work();
  }

  const ready = plan.loading === "done" && recipes.value !== undefined;
  const failed = plan.loading === "failed" || recipes.problem !== null;
  const waiting = !ready && !failed;
  return (
    <div className="meal-plan">
      <div className="meal-plan-head">
        <h3 ref={heading} tabIndex={-1}>
          {text.plan}
        </h3>
        {ready ? <SaveState saving={saving} /> : null}
        {waiting ? <p className="save-state loading">{text.loadingPlan}</p> : null}
      </div>
      {plan.loading === "failed" ? (
        <Failure
          what={text.planNotLoaded}
          problem={plan.problem}
          told={toldOf(recipes)}
          onRetry={() => mend(() => plans.load(monday))}
        />
      ) : null}
      {recipes.problem === null ? null : (
        <Failure
          what={text.recipesNotLoaded}
          problem={recipes.problem}
          told={null}
          onRetry={() => mend(recipes.ask)}
        />
      )}
      {saving === "failed" || (saving === "saving" && plan.problem !== null) ? (
        <Failure
          what={text.planNotSaved}
          problem={plan.problem}
          told={toldOf(recipes)}
          onRetry={() => mend(() => plans.save(monday))}
        />
      ) : null}
      {saving === "conflict" ? (
        <ConflictNotice
          problem={plan.problem}
          onTakeTheirs={() => mend(() => plans.takeTheirs(monday))}
          onKeepMine={() => mend(() => plans.keepMine(monday))}
        />
      ) : null}
      <p className="hint">{ready && !hasMeals(plan.meals) ? text.emptyPlan : text.savesItself}</p>
      <div className="days" aria-busy={waiting}>
        <div className="day-heads" aria-hidden="true">
          {MEAL_KINDS.map((kind) => (
            <span key={kind}>{text.meals[kind]}</span>
          ))}
        </div>
        {week.weekDays.map((day) => (
          <MealDay
            key={day.key}
            day={day}
            meals={plan.meals[day.key] ?? {}}
            recipes={recipes.value ?? NONE}
            disabled={!ready}
            onPlan={(kind, recipe) => plans.plan(monday, day.key, kind, recipe)}
          />
        ))}
      </div>
    </div>
  );
}
