import { type ReactNode, useLayoutEffect, useMemo, useState } from "react";
import { createApi } from "./api/client";
import { ApiContext } from "./api-context";
import { useLanguage } from "./language/language-context";
import { MealPlans } from "./plans/meal-plans";
import { PlansContext } from "./plans/plans-context";

/** Gives the page the API of the server that it comes from, in its language, and the plans, which outlive a change of language. */
export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const api = useMemo(() => createApi(fetch, language), [language]);
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
