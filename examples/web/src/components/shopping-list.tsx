import { useCallback } from "react";
import { useApi } from "../api-context";
import { useLanguage } from "../language/language-context";
import { hasMeals } from "../meals";
import { usePlans, useWeekPlan } from "../plans/plans-context";
import { useShoppingNotes } from "../shopping/use-shopping-notes";
import { useAnnounce } from "../status/status-context";
import { useAction } from "../use-action";
import { useAnswer } from "../use-answer";
import { usePageReturn } from "../use-page-return";
import { Failure } from "./failure";
import { ShoppingItems } from "./shopping-items";

interface ShoppingListProps {
  /** The Monday of next week. */
  readonly monday: string;
  /** A problem that is told elsewhere on the page, or null. */
  readonly told: unknown;
  /** Shows next week's plan. */
  readonly onPlan: () => void;
  /** Leads the user to the heading: the button that was pressed goes. */
  readonly onButtonGone: () => void;
}

/** What next week's meals need, or how to come by the list. */
export function ShoppingList({ monday, told, onPlan, onButtonGone }: ShoppingListProps) {
  const { text } = useLanguage();
  const announce = useAnnounce();
  const api = useApi();
  const plans = usePlans();
  const plan = useWeekPlan(monday);
  const list = useAnswer(useCallback(() => api.shoppingListOfWeek(monday), [api, monday]));
  usePageReturn(list.ask);
  const { notes, mark, made } = useShoppingNotes(monday);
  const generation = useAction(async () => {
    const etag = plan.stored?.etag ?? null;
    const generated = await api.generateNextWeeksShoppingList();
    // Where the day ends meanwhile, it is the list of another week, which is asked for under its own heading.
    if (generated.week_start === monday) {
      list.put(generated);
      made(etag);
      announce(text.generated(generated.items.length));
    }
  });

  function retry(work: () => void) {
    onButtonGone();
    work();
  }

  function failure() {
    if (generation.problem !== null) {
      return (
        <Failure
          what={text.listNotMade}
          problem={generation.problem}
          told={told}
          onRetry={() => retry(generation.run)}
        />
      );
    }
    if (list.problem !== null) {
      return (
        <Failure
          what={text.listNotLoaded}
          problem={list.problem}
          told={told}
          onRetry={() => retry(list.ask)}
        />
      );
    }
    if (plan.loading === "failed") {
      return (
        <Failure
          what={text.listNotLoaded}
          problem={plan.problem}
          told={told}
          onRetry={() => retry(() => plans.load(monday))}
        />
      );
    }
    return null;
  }

  const failed = failure();
  if (list.value === undefined || plan.loading !== "done") {
    return failed ?? <p className="hint loading">{text.loadingList}</p>;
  }

  const items = list.value?.items ?? [];
  if (items.length === 0 && !hasMeals(plan.meals)) {
    return (
      <>
        {failed}
        <p>{text.nothingToBuy}</p>
        <button type="button" className="button button-primary" onClick={onPlan}>
          {text.planNextWeek}
        </button>
      </>
    );
  }
  const outdated = notes.etag !== null && notes.etag !== plan.stored?.etag;
  return (
    <>
      {failed}
      {items.length === 0 ? (
        <p>{text.noList}</p>
      ) : (
        <ShoppingItems items={items} checked={notes.checked} onMark={mark} />
      )}
      {outdated ? <p className="hint hint-strong">{text.listOutdated}</p> : null}
      <button
        type="button"
        className={items.length === 0 || outdated ? "button button-primary" : "button"}
        aria-disabled={generation.running}
        onClick={() => generation.run()}
      >
        {items.length === 0 ? text.generate : text.generateAgain}
      </button>
    </>
  );
}
