/**
 * The hook that replaces a hand-written `useISOWeek`.
 *
 * @module
 */
import { useMemo } from "react";

import * as core from "../core.js";
import { localMidnight } from "../instants.js";
import type { IsoWeek } from "../iso-week.js";
import { dateText } from "../texts.js";
import { type SelectionOptions, useSelectedWeek } from "./use-selected-week.js";
import { type TodayOptions, useTodaysDay } from "./use-today.js";
import { DEFAULT_LOCALE, dayText, weekDisplay } from "./week-display.js";
import {
  type WeekDay,
  type WeekInfo,
  type WeekType,
  weekDaysOf,
  weekInfoOf,
  weekTypeOf,
} from "./week-info.js";
import { epochDayOf, epochWeekOf, type WeekLike } from "./week-like.js";

/** What {@link useISOWeek} takes. */
export interface ISOWeekOptions extends TodayOptions, SelectionOptions {
  /** The language of texts as a BCP 47 tag, `"fr"` unless given. */
  readonly locale?: string | null | undefined;
}

/** What {@link useISOWeek} gives. */
export interface ISOWeekState {
  readonly selectedWeek: IsoWeek;
  readonly weekInfo: WeekInfo;
  readonly weekDays: readonly WeekDay[];
  /** False at `min`. */
  readonly canGoToPreviousWeek: boolean;
  /** False at `max`. */
  readonly canGoToNextWeek: boolean;
  readonly goToPreviousWeek: () => void;
  readonly goToNextWeek: () => void;
  readonly goToCurrentWeek: () => void;
  readonly goToWeek: (week: WeekLike) => void;
  /** To the week after the current one. */
  readonly goToNextWeekFromToday: () => void;
  /** Whether a date is in the chosen week. */
  readonly isSameWeekAs: (date: WeekLike) => boolean;
  /** Whether the chosen week is of a type. */
  readonly isWeekType: (type: WeekType) => boolean;
  /** `Semaine du 4 au 10 août 2025`, of the chosen week unless another is given. */
  readonly formatWeekRange: (week?: WeekLike) => string;
  readonly getWeekMonday: (week?: WeekLike) => Date;
  readonly getWeekSunday: (week?: WeekLike) => Date;
  /** `2025-08-04`; of a week its Monday. */
  readonly formatDateForAPI: (date: WeekLike) => string;
  /** `4 août 2025`. */
  readonly formatDateForDisplay: (date: WeekLike) => string;
  readonly getWeekType: (week: WeekLike) => WeekType;
  readonly isCurrentWeek: (week: WeekLike) => boolean;
  readonly isNextWeek: (week: WeekLike) => boolean;
}

/**
 * The chosen week of a component: what to show of it, and how to go to others.
 *
 * At first it is `initialWeek` or, without one, the current week. It stays the same when midnight passes, while
 * `type` and `isToday` follow the clock. The functions that go to a week are the same in every rendering, take
 * a step each when called twice in one event, and stop at `min` and `max`.
 *
 * @throws RangeError for a week or date that does not exist, for `min` after `max`, and where a server renders
 * without `serverToday` or `today`; TypeError for what is no week or date; the RangeError of `Intl`, without a
 * code, for a locale or time zone that does not exist. `goToWeek` and the other functions throw the same, where
 * they are called.
 * @example
 * ```jsx
 * import { useISOWeek } from "semaine/react";
 *
 * function WeekBar() {
 *   const { weekInfo, goToPreviousWeek, goToNextWeek } = useISOWeek("2025-W32");
 *   return (
 *     <p>
 *       <button onClick={goToPreviousWeek}>‹</button>
 *       {weekInfo.displayRange}
 *       <button onClick={goToNextWeek}>›</button>
 *     </p>
 *   );
 * }
 * // shows: Semaine du 4 au 10 août 2025
 * // click "›": shows Semaine du 11 au 17 août 2025
 * ```
 */
export function useISOWeek(initialWeek?: WeekLike | null, options: ISOWeekOptions = {}): ISOWeekState {
  const locale = options.locale ?? DEFAULT_LOCALE;
  const today = useTodaysDay(options);
  const { selectedWeek, allowed, select } = useSelectedWeek(initialWeek, options, today);

  const navigation = useMemo(
    () => ({
      goToPreviousWeek: () => select((present, { first }) => (present > first ? present - 1 : present)),
      goToNextWeek: () => select((present, { last }) => (present < last ? present + 1 : present)),
      goToCurrentWeek: () => select((_, { todaysWeek }) => todaysWeek),
      goToWeek: (week: WeekLike) => select(() => epochWeekOf(week)),
      goToNextWeekFromToday: () => select((_, { todaysWeek }) => todaysWeek + 1),
    }),
    [select],
  );

  const { epochWeek } = selectedWeek;
  const todaysWeek = core.week_of(today);
  const weekInfo = useMemo(() => weekInfoOf(epochWeek, todaysWeek, locale), [epochWeek, todaysWeek, locale]);
  const weekDays = useMemo(() => weekDaysOf(epochWeek, today, locale), [epochWeek, today, locale]);

  const questions = useMemo(() => {
    const orChosen = (week?: WeekLike): number => (week == null ? epochWeek : epochWeekOf(week));
    const getWeekType = (week: WeekLike): WeekType => weekTypeOf(epochWeekOf(week), todaysWeek);
    return {
      isSameWeekAs: (date: WeekLike) => epochWeekOf(date) === epochWeek,
      isWeekType: (type: WeekType) => type === weekTypeOf(epochWeek, todaysWeek),
      formatWeekRange: (week?: WeekLike) => weekDisplay(orChosen(week), locale),
      getWeekMonday: (week?: WeekLike) => localMidnight(core.monday(orChosen(week))),
      getWeekSunday: (week?: WeekLike) => localMidnight(core.monday(orChosen(week)) + 6),
      formatDateForAPI: (date: WeekLike) => dateText(epochDayOf(date)),
      formatDateForDisplay: (date: WeekLike) =>
        dayText(epochDayOf(date), locale, { day: "numeric", month: "long", year: "numeric" }),
      getWeekType,
      isCurrentWeek: (week: WeekLike) => getWeekType(week) === "current",
      isNextWeek: (week: WeekLike) => getWeekType(week) === "next",
    };
  }, [epochWeek, todaysWeek, locale]);

  return {
    selectedWeek,
    weekInfo,
    weekDays,
    canGoToPreviousWeek: epochWeek > allowed.first,
    canGoToNextWeek: epochWeek < allowed.last,
    ...navigation,
    ...questions,
  };
}
