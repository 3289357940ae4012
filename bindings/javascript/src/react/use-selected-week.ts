/**
 * The week that a component has chosen: its own state, or its owner's.
 *
 * @module
 */
import {
  useCallback,
  useInsertionEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";

import * as core from "../core.js";
import { invalidOption } from "../errors.js";
import { IsoWeek } from "../iso-week.js";
import { never, no, yes } from "./constant-store.js";
import { epochWeekOf, LAST_WEEK, type WeekLike } from "./week-like.js";

/** Which weeks can be chosen, and whose choice it is. */
export interface SelectionOptions {
  /** The first week that can be gone to. */
  readonly min?: WeekLike | undefined;
  /** The last week that can be gone to. */
  readonly max?: WeekLike | undefined;
  /** Called with the new week whenever a function of the hook goes to another one. */
  readonly onChange?: ((week: IsoWeek) => void) | undefined;
  /** The chosen week where the owner keeps it, and changes it in `onChange`. */
  readonly week?: WeekLike | undefined;
}

/** The chosen week, its bounds, and the function that chooses. */
export interface Selection {
  readonly selectedWeek: IsoWeek;
  /** The first and the last epoch week that can be gone to. */
  readonly first: number;
  readonly last: number;
  /** Goes to the epoch week that a function makes of the present and today's, or to the nearest that is allowed. */
  readonly select: (choose: (present: number, todays: number) => number) => void;
}

/**
 * Keeps the chosen week, at first that of today.
 *
 * @throws RangeError for weeks and dates that do not exist and where `min` is after `max`, TypeError for what is
 * neither.
 */
export function useSelectedWeek(
  initial: WeekLike | null | undefined,
  { min, max, onChange, week }: SelectionOptions,
  today: number,
): Selection {
  const first = min === undefined ? -LAST_WEEK : epochWeekOf(min);
  const last = max === undefined ? LAST_WEEK : epochWeekOf(max);
  if (first > last) {
    invalidOption("min must not be after max");
  }
  const hold = (epochWeek: number): number => Math.min(Math.max(epochWeek, first), last);
  const todaysWeek = core.week_of(today);

  // Until the browser has taken over the page, today is the server's, and nothing is chosen by it for good.
  const hydrating = useSyncExternalStore(never, no, yes);
  const [own, setOwn] = useState(() =>
    initial == null ? (hydrating ? undefined : todaysWeek) : epochWeekOf(initial),
  );
  if (own === undefined && !hydrating) {
    setOwn(todaysWeek);
  }
  const selected = week == null ? hold(own ?? todaysWeek) : epochWeekOf(week);

  // Counts, so that a rendering follows even where an owner keeps the week as it is.
  const [choices, countChoice] = useReducer((before: number) => before + 1, 0);
  const chosen = useRef(selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an owner did not take is chosen no longer
  useInsertionEffect(() => {
    chosen.current = selected;
  }, [selected, choices]);
  const rendered = { hold, onChange, todaysWeek };
  const latest = useRef(rendered);
  useInsertionEffect(() => {
    latest.current = rendered;
  });
  const select = useCallback<Selection["select"]>((choose) => {
    const { hold, onChange, todaysWeek } = latest.current;
    const next = hold(choose(chosen.current, todaysWeek));
    if (next !== chosen.current) {
      // At once, since a second step may follow before the next rendering.
      chosen.current = next;
      setOwn(next);
      countChoice();
      onChange?.(IsoWeek.fromEpochWeek(next));
    }
  }, []);

  const selectedWeek = useMemo(() => IsoWeek.fromEpochWeek(selected), [selected]);
  return { selectedWeek, first, last, select };
}
