import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from "react";
import { usePageReturn } from "../use-page-return";
import type { MealPlans, WeekPlan } from "./meal-plans";

export const PlansContext = createContext<MealPlans | null>(null);

/** The plans of all weeks. */
export function usePlans(): MealPlans {
  const plans = useContext(PlansContext);
  if (plans === null) {
    throw new Error("usePlans needs an ApiProvider around it");
  }
  return plans;
}

/** The plan of the week that starts on a Monday. It is fetched when it is first shown, and when the page comes back. */
export function useWeekPlan(monday: string): WeekPlan {
  const plans = usePlans();
  const load = useCallback(() => {
    plans.load(monday);
  }, [plans, monday]);
  useEffect(load, [load]);
  usePageReturn(load);
  return useSyncExternalStore(plans.subscribe, () => plans.get(monday));
}

/** The Mondays of weeks whose changes are not stored. */
export function useUnsavedWeeks(): readonly string[] {
  const plans = usePlans();
  const unsaved = useSyncExternalStore(plans.subscribe, plans.unsaved);
  return unsaved === "" ? [] : unsaved.split(" ");
}
