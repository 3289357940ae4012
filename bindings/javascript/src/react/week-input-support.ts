/**
 * Whether the browser has a week input of its own.
 *
 * @module
 */

let supported: boolean | undefined;

/** Browsers say `text` of types that they do not have. */
export function hasWeekInput(): boolean {
  if (supported === undefined) {
    const input = document.createElement("input");
    input.type = "week";
    supported = input.type === "week";
  }
  return supported;
}
