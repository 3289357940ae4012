import { useLanguage } from "../language/language-context";
import type { WeekPlan } from "../plans/meal-plans";

/** Whether the shown changes are stored. */
export function SaveState({ saving }: { readonly saving: WeekPlan["saving"] }) {
  const { text } = useLanguage();
  const states = {
    none: null,
    saving: text.saving,
    saved: text.saved,
    failed: text.notSaved,
    conflict: text.notSaved,
  };
  return <p className={`save-state save-state-${saving}`}>{states[saving]}</p>;
}
