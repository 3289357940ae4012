import { type ReactNode, useLayoutEffect, useMemo, useState } from "react";
import { createApi } from "./api/client";
import type { Fetch } from "./api/transport";
import { ApiContext } from "./api-context";
import { useLanguage } from "./language/language-context";
import { MealPlans } from "./plans/meal-plans";
import { PlansContext } from "./plans/plans-context";

interface ApiProviderProps {
  /** What answers requests: the browser's `fetch`, or a store in the page. */
  readonly fetch: Fetch;
  readonly children: ReactNode;
}

/** Gives the page the API in its language, and the plans, which outlive a change of language. */
export function ApiProvider({ fetch, children }: ApiProviderProps) {
  const { language } = useLanguage();
  const api = useMemo(() => createApi(fetch, language), [fetch, language]);
  const [plans] = useState(() => new MealPlans(api));
  useLayoutEffect(() => {
    plans.speak(api);
  }, [plans, api]);
  return (
    <ApiContext value={api}>
      <PlansContext value={plans}>{children}</PlansContext>
    </ApiContext>
  );
}
