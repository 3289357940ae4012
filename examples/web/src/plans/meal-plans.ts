/**
 * The plans that the page has seen, each week's apart: what is stored, and what the user has made of it.
 *
 * A change is shown at once and saved behind it. One request a week is under way at a time, and its answer goes to
 * its own week, whichever is shown by then. What cannot be saved for the moment is tried again.
 *
 * @module
 */
import { ApiError } from "../api/api-error";
import type { Api, SavedPlan } from "../api/client";
import type { MealKind, Meals, Weekday } from "../api/schema";
import { areSameMeals } from "../meals";

/** A plan of one week, as the page shows it. */
export interface WeekPlan {
  /** Whether what is stored is known. */
  readonly loading: "never" | "loading" | "failed" | "done";
  /** The stored plan that `meals` were made of, if there is one. */
  readonly stored: SavedPlan | null;
  readonly meals: Meals;
  /** How far the user's changes have come; `none` without any. */
  readonly saving: "none" | "saving" | "saved" | "failed" | "conflict";
  /** What failed last, and has not been mended. */
  readonly problem: unknown;
}

const UNKNOWN: WeekPlan = { loading: "never", stored: null, meals: {}, saving: "none", problem: null };

const UNSAVED: readonly WeekPlan["saving"][] = ["saving", "failed", "conflict"];

/** Answers which say that somebody else has changed, made or deleted the plan. */
const CONFLICTS: readonly number[] = [404, 409, 412];

/** How long a server that was away is left alone, in milliseconds. */
const PAUSE = 5_000;

export class MealPlans {
  #api: Api;
  readonly #plans = new Map<string, WeekPlan>();
  readonly #listeners = new Set<() => void>();
  readonly #retries = new Map<string, ReturnType<typeof setTimeout>>();
  /** Each week's meals that could not be saved, as far as is known: any of them may be stored. */
  readonly #unanswered = new Map<string, Set<Meals>>();

  constructor(api: Api) {
    this.#api = api;
  }

  /** Takes an API in another language, and tries again what failed: the reason is told in the language before. */
  speak(api: Api): void {
    if (api === this.#api) {
      return;
    }
    this.#api = api;
    for (const [monday, { loading, saving, problem }] of [...this.#plans]) {
      if (saving === "failed") {
        this.save(monday);
      } else if (loading === "failed") {
        this.load(monday);
      } else if (problem !== null) {
        this.#set(monday, { problem: null });
      }
    }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The plan of the week that starts on a Monday; the same object until it changes. */
  get(monday: string): WeekPlan {
    return this.#plans.get(monday) ?? UNKNOWN;
  }

  /** The Mondays of weeks with changes that are not stored, as a text that can be compared. */
  readonly unsaved = (): string =>
    [...this.#plans]
      .filter(([, plan]) => UNSAVED.includes(plan.saving))
      .map(([monday]) => monday)
      .sort()
      .join(" ");

  /** Fetches a week's plan, except where the user has changes that are not stored. */
  async load(monday: string): Promise<void> {
    const before = this.get(monday);
    if (before.loading === "loading" || UNSAVED.includes(before.saving)) {
      return;
    }
    const known = before.loading === "done";
    const asked = this.#set(monday, known ? {} : { loading: "loading", problem: null });
    try {
      const found = await this.#api.mealPlanOfWeek(monday);
      // Changes that were made meanwhile stay.
      if (this.get(monday) === asked) {
        this.#take(monday, found);
      }
    } catch (problem) {
      if (!known) {
        this.#set(monday, { loading: "failed", problem });
      }
    }
  }

  /** Puts a recipe, or none, in the place of a meal, and saves the plan. */
  async plan(monday: string, day: Weekday, kind: MealKind, recipe: number | null): Promise<void> {
    const { meals } = this.get(monday);
    const { [kind]: _, ...others } = meals[day] ?? {};
    this.#set(monday, {
      meals: { ...meals, [day]: recipe === null ? others : { ...others, [kind]: recipe } },
    });
    await this.save(monday);
  }

  /** Saves a week's changes, and those that are made meanwhile. */
  async save(monday: string): Promise<void> {
    const { saving } = this.get(monday);
    if (saving === "saving" || saving === "conflict") {
      return;
    }
    await this.#send(monday);
  }

  /** Gives up the user's changes for what is stored. */
  async takeTheirs(monday: string): Promise<void> {
    const { meals } = this.get(monday);
    try {
      const found = await this.#api.mealPlanOfWeek(monday);
      if (this.get(monday).meals === meals) {
        this.#take(monday, found);
      }
    } catch (problem) {
      this.#set(monday, { problem });
    }
  }

  /** Saves the user's meals over what is stored. */
  async keepMine(monday: string): Promise<void> {
    this.#set(monday, { saving: "saving", problem: null });
    try {
      this.#set(monday, { stored: await this.#api.mealPlanOfWeek(monday) });
    } catch (problem) {
      this.#set(monday, { saving: "conflict", problem });
      return;
    }
    await this.#send(monday);
  }

  async #send(monday: string): Promise<void> {
    clearTimeout(this.#retries.get(monday));
    for (;;) {
      // What failed last stays told until there is an answer.
      const asked = this.#set(monday, { saving: "saving" });
      try {
        const saved = await this.#saved(monday, asked);
        this.#unanswered.delete(monday);
        const done = this.get(monday).meals === asked.meals;
        this.#set(monday, { stored: saved, saving: done ? "saved" : "saving", problem: null });
        if (done) {
          return;
        }
      } catch (problem) {
        if (isConflict(problem)) {
          this.#unanswered.delete(monday);
          this.#set(monday, { saving: "conflict", problem: null });
        } else {
          this.#unanswered.set(monday, new Set(this.#unanswered.get(monday)).add(asked.meals));
          this.#set(monday, { saving: "failed", problem });
          this.#retryLater(monday, problem);
        }
        return;
      }
    }
  }

  /** Saves meals, also over those of a request that failed: they are there if only its answer was lost. */
  async #saved(monday: string, { stored, meals }: WeekPlan): Promise<SavedPlan> {
    try {
      return await this.#api.savePlan(monday, meals, stored);
    } catch (refusal) {
      const sent = [...(this.#unanswered.get(monday) ?? [])];
      const found = sent.length > 0 && isConflict(refusal) ? await this.#api.mealPlanOfWeek(monday) : null;
      if (found === null || !sent.some((earlier) => areSameMeals(found.plan.meals, earlier))) {
        throw refusal;
      }
      return areSameMeals(found.plan.meals, meals) ? found : this.#api.savePlan(monday, meals, found);
    }
  }

  #retryLater(monday: string, problem: unknown): void {
    if (problem instanceof ApiError && problem.isPassing) {
      const retry = () => this.save(monday);
      this.#retries.set(monday, setTimeout(retry, PAUSE));
    }
  }

  #take(monday: string, found: SavedPlan | null): void {
    this.#set(monday, {
      loading: "done",
      stored: found,
      meals: found?.plan.meals ?? {},
      saving: "none",
      problem: null,
    });
  }

  #set(monday: string, changes: Partial<WeekPlan>): WeekPlan {
    const plan = { ...this.get(monday), ...changes };
    this.#plans.set(monday, plan);
    for (const listener of this.#listeners) {
      listener();
    }
    return plan;
  }
}

function isConflict(problem: unknown): boolean {
  return problem instanceof ApiError && CONFLICTS.includes(problem.status);
}
