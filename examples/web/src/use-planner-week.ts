import { useCallback, useEffect, useState } from "react";
import { type ISOWeekState, useISOWeek } from "semaine/react";
import { useLanguage } from "./language/language-context";
import {
  addEntry,
  FIRST_WEEK,
  LAST_WEEK,
  markEntry,
  type RefusedAddress,
  readAddress,
  weekOfEntry,
} from "./week-address";

/** The week that the page shows. */
export interface PlannerWeek extends ISOWeekState {
  /** What the address named in place of a week, until the user has gone to one or has read about it. */
  readonly refusedAddress: RefusedAddress | null;
  readonly dismissRefusal: () => void;
}

/** The chosen week, which the address names, and which the browser's back and forward go through. */
export function usePlannerWeek(): PlannerWeek {
  const { language } = useLanguage();
  const [address] = useState(readAddress);
  const [refusedAddress, setRefused] = useState(address.refused);
  const dismissRefusal = useCallback(() => setRefused(null), []);
  const state = useISOWeek(address.week, {
    locale: language,
    min: FIRST_WEEK,
    max: LAST_WEEK,
    onChange: (week) => {
      addEntry(week.toString());
      dismissRefusal();
    },
  });

  const { goToWeek } = state;
  const shown = state.weekInfo.iso;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first entry has to be marked.
  useEffect(() => markEntry(shown), []);
  useEffect(() => {
    const follow = () => {
      const week = weekOfEntry();
      if (week === null) {
        // A new entry, such as that of the skip link.
        markEntry(shown);
      } else {
        goToWeek(week);
      }
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [goToWeek, shown]);

  return { ...state, refusedAddress, dismissRefusal };
}
