import { useEffect, useRef } from "react";
import { useLanguage } from "./language/language-context";
import { useAnnounce } from "./status/status-context";
import type { PlannerWeek } from "./use-planner-week";

/** Says which week is shown, and in what language, when that has changed. The title of the page says it always. */
export function useWeekReport({ weekInfo: { displayRange } }: PlannerWeek): void {
  const { text } = useLanguage();
  const announce = useAnnounce();
  const said = useRef(displayRange);

  useEffect(() => {
    document.title = `${displayRange} · ${text.appName}`;
    if (said.current !== displayRange) {
      said.current = displayRange;
      announce(displayRange);
    }
  }, [displayRange, text, announce]);
}
