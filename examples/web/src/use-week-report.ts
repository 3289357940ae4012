import { useEffect, useRef } from "react";
import { useLanguage } from "./language/language-context";
import { useAnnounce } from "./status/status-context";
import type { PlannerWeek } from "./use-planner-week";

/** The id of the heading that names the shown week. */
export const WEEK_HEADING = "week-heading";

/** Says which week is shown when that has changed. The title of the page says it always. */
export function useWeekReport({ weekInfo: { displayRange } }: PlannerWeek): void {
  const { text } = useLanguage();
  const announce = useAnnounce();
  const said = useRef(displayRange);

  useEffect(() => {
    document.title = `${displayRange} · ${text.appName}`;
    if (said.current !== displayRange) {
      said.current = displayRange;
      // Who has been led to the heading hears it there.
      if (document.activeElement?.id !== WEEK_HEADING) {
        announce(displayRange);
      }
    }
  }, [displayRange, text, announce]);
}
