import createClient from "openapi-fetch";
import { ApiError, unexpectedAnswer } from "./api-error";
import { idempotencyKey } from "./idempotency-key";
import type { Language } from "./language";
import type { MealPlan, Meals, paths, Recipe, ShoppingList } from "./schema";
import { type Fetch, transport } from "./transport";

/** A plan as it was read or saved, with the version that a change has to name. */
export interface SavedPlan {
  readonly plan: MealPlan;
  readonly etag: string;
}

const DEMO_USER = 1;

export interface ApiOptions {
  /** Whose today decides which week is the next one; by default that of the browser. */
  readonly timeZone?: string;
  /** Where the API is, if not where the page comes from. */
  readonly baseUrl?: string;
  /** For how many milliseconds an answer is waited for. */
  readonly patience?: number;
}

/** A server gives up sooner; whoever has not answered by then has gone. */
const PATIENCE = 20_000;

/** The API, in a language. Every function throws `ApiError` for what is refused or fails. */
export interface Api {
  recipes(): Promise<readonly Recipe[]>;
  /** The plan for the week of a date, or null. */
  mealPlanOfWeek(date: string): Promise<SavedPlan | null>;
  /**
   * Replaces the meals of a saved plan, or creates the plan of a week that has none.
   *
   * @throws ApiError 412 if the plan has changed since it was read, 409 if the week has a plan by now, 400
   * `not_a_monday` for a week that starts on another day.
   */
  savePlan(weekStart: string, meals: Meals, saved: SavedPlan | null): Promise<SavedPlan>;
  /** The shopping list of the week that starts on a Monday, or null; its items are in the order of names. */
  shoppingListOfWeek(monday: string): Promise<ShoppingList | null>;
  /** @throws ApiError 404 `meal_plan_not_found` if nothing is planned for next week. */
  generateNextWeeksShoppingList(): Promise<ShoppingList>;
}

/** The API of a server. */
export function createApi(fetch: Fetch, language: Language, options: ApiOptions = {}): Api {
  const {
    baseUrl = "",
    timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
    patience = PATIENCE,
  } = options;
  const client = createClient<paths>({
    baseUrl,
    fetch: transport(fetch, language, patience),
    headers: { "Accept-Language": language },
  });
  const { compare } = new Intl.Collator(language);

  async function accepted<T>(asked: Promise<Answer<T>>): Promise<T> {
    const { data, response } = await asked;
    return data ?? unexpected(response);
  }

  async function withVersion(asked: Promise<Answer<MealPlan>>): Promise<SavedPlan> {
    const { data, response } = await asked;
    const etag = response.headers.get("ETag");
    return data === undefined || etag === null ? unexpected(response) : { plan: data, etag };
  }

  function unexpected({ status }: Response): never {
    throw unexpectedAnswer(status, language);
  }

  function byName(list: ShoppingList): ShoppingList {
    return { ...list, items: [...list.items].sort((a, b) => compare(a.name, b.name)) };
  }

  return {
    async recipes() {
      return (await accepted(client.GET("/api/recipes"))).items;
    },

    async mealPlanOfWeek(date) {
      const params = { path: { date }, query: { user_id: DEMO_USER } };
      try {
        return await withVersion(client.GET("/api/meal-plans/week/{date}", { params }));
      } catch (error) {
        if (error instanceof ApiError && error.code === "meal_plan_not_found") {
          return null;
        }
        throw error;
      }
    },

    savePlan(weekStart, meals, saved) {
      const body = { user_id: DEMO_USER, week_start: weekStart, meals };
      if (saved === null) {
        const header = { "Idempotency-Key": idempotencyKey() };
        return withVersion(client.POST("/api/meal-plans", { params: { header }, body }));
      }
      const params = { path: { id: saved.plan.id }, header: { "If-Match": saved.etag } };
      return withVersion(client.PUT("/api/meal-plans/{id}", { params, body }));
    },

    async shoppingListOfWeek(monday) {
      const params = { query: { user_id: DEMO_USER, week_start: monday } };
      const page = await accepted(client.GET("/api/shopping-lists", { params }));
      const [list] = page.items;
      return list === undefined ? null : byName(list);
    },

    async generateNextWeeksShoppingList() {
      const options = { params: { query: { tz: timeZone } }, body: { user_id: DEMO_USER } };
      return byName(await accepted(client.POST("/api/shopping-lists/generate-next-week", options)));
    },
  };
}

/** What openapi-fetch makes of an answer of success; it has no data where there was no body. */
interface Answer<T> {
  readonly data?: T;
  readonly response: Response;
}
