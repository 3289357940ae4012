import { integerOf } from "./fields";
import { Refusal } from "./refusal";

/** What has a place in the order of weeks, and of ids within a week. */
interface Dated {
  readonly id: number;
  readonly week_start: string;
}

/** The page that `limit` and `after` ask for, in chronological order. */
export function pageOf<T extends Dated>(
  items: readonly T[],
  query: URLSearchParams,
): { items: T[]; next: string | null } {
  const limit = integerOf("limit", query.get("limit") ?? "20", 1, 100);
  const after = cursorIn(query.get("after"));
  const rest = items.filter((item) => after === null || order(item, after) > 0).sort(order);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page,
    next: last === undefined || page.length === rest.length ? null : `${last.week_start}.${last.id}`,
  };
}

function order(a: Dated, b: Dated): number {
  return a.week_start === b.week_start ? a.id - b.id : a.week_start < b.week_start ? -1 : 1;
}

function cursorIn(text: string | null): Dated | null {
  if (text === null) {
    return null;
  }
  const [, week_start = "", id = ""] = /^(\d{4}-\d{2}-\d{2})\.(\d{1,15})$/.exec(text) ?? [];
  if (week_start === "") {
    throw new Refusal(400, "invalid_cursor", { field: "after", value: text });
  }
  return { week_start, id: Number(id) };
}
