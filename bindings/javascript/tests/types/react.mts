// What the types of the installed hooks say. Compiled, never run: what is refused here must not compile.

import { createElement, type MouseEventHandler, type ReactElement } from "react";
import { IsoWeek } from "semaine";
import {
  type ISOWeekOptions,
  type ISOWeekState,
  useISOWeek,
  useToday,
  useWeekCalendar,
  type WeekDay,
  type WeekdayKey,
  type WeekInfo,
  WeekInput,
  type WeekLike,
  type WeekType,
} from "semaine/react";

/** Compiles only if both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function expect<_ extends true>(): void;

declare const stored: string | null;
declare const locale: string | undefined;
declare const plans: Record<WeekdayKey, string>;

export function Planner(): ReactElement {
  const state: ISOWeekState = useISOWeek(stored, { locale, min: "2025-W01", max: new Date(2030, 0) });
  const { selectedWeek, weekInfo, weekDays, goToNextWeek, goToWeek, formatDateForAPI } = state;
  expect<Same<typeof selectedWeek, IsoWeek>>();
  expect<Same<typeof weekInfo, WeekInfo>>();
  expect<Same<typeof weekDays, readonly WeekDay[]>>();
  expect<Same<typeof weekInfo.type, "current" | "next" | "past" | "future">>();
  expect<Same<typeof weekInfo.monday, Date>>();
  const handler: MouseEventHandler = goToNextWeek;
  const mondays: Date[] = ["2025-W32", { year: 2025, month: 8, day: 7 }, selectedWeek].map(
    state.getWeekMonday,
  );
  const texts: string[] = mondays.map(formatDateForAPI);
  const shown: string[] = weekDays.map(({ key, label, dayNumber }) => `${label} ${dayNumber} ${plans[key]}`);

  const calendar = useWeekCalendar(null, { week: selectedWeek, onChange: goToWeek });
  // @ts-expect-error: the week does not change by itself
  state.selectedWeek = calendar.selectedWeek;
  // @ts-expect-error: nor do the days
  weekDays.push(weekDays[0]);
  // @ts-expect-error: nor what is said of it
  weekInfo.iso = "2025-W33";
  // @ts-expect-error: a week has to be said
  goToWeek();
  // @ts-expect-error: none is no week
  goToWeek(null);
  // @ts-expect-error: a number is neither week nor date
  goToWeek(32);
  // @ts-expect-error: such a type does not exist
  state.isWeekType("previous");
  // @ts-expect-error: keys are English
  plans.lundi = "";

  const input = createElement(WeekInput, {
    value: selectedWeek,
    onWeekChange: (week) => week && goToWeek(week),
  });
  return createElement(
    "button",
    { type: "button", onClick: handler },
    input,
    texts,
    shown,
    calendar.monthLabel,
  );
}

export function useBadly(): void {
  // @ts-expect-error: a number is neither week nor date
  useISOWeek(32);
  // @ts-expect-error: the language has a name
  useISOWeek("2025-W32", "fr");
  // @ts-expect-error: it is a text
  useISOWeek("2025-W32", { locale: new Intl.Locale("fr") });
  // @ts-expect-error: no such option
  useISOWeek("2025-W32", { language: "fr" });
  // @ts-expect-error: onChange gets a week, not a text
  useISOWeek("2025-W32", { onChange: (week: string) => week });
  // @ts-expect-error: today has no language
  useToday({ locale: "fr" });
}

export function useWell(initial: WeekLike, given: ISOWeekOptions): WeekType {
  const today = useToday({ timeZone: "Europe/Paris", serverToday: undefined });
  expect<Same<typeof today, string>>();
  useISOWeek();
  useISOWeek(undefined, {});
  useISOWeek({ year: 2025, month: 8, day: 7 }, given);
  useISOWeek(new IsoWeek(2025, 32), { ...given, week: initial });
  return useISOWeek(initial, { onChange: ({ week, year }) => week + year, today }).weekInfo.type;
}
