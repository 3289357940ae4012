// Where the focus is, and whether it can be seen.
import assert from "node:assert/strict";

/**
 * What has the focus: its name as people know it, or for a date and week input, whose parts take the focus one by
 * one, its label.
 *
 * @throws AssertionError if nothing has it, or it cannot be seen.
 */
export async function focused(page) {
  const { tag, name, outline } = await page.evaluate(() => {
    const element = document.activeElement;
    // A day of the calendar has its outline around its number.
    const outlined = element.matches("[role=gridcell]") ? element.firstElementChild : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(outlined);
    const labels = [...(element.labels ?? [])].map((label) => label.textContent);
    const labelledBy = element
      .getAttribute("aria-labelledby")
      ?.split(" ")
      .map((id) => document.getElementById(id).textContent);
    return {
      tag: element.localName,
      name: element.ariaLabel ?? (labelledBy ?? (labels.length > 0 ? labels : [element.innerText])).join(" "),
      // The button in a date input shows the focus in the browser's own way.
      outline:
        element.matches(":focus-visible") || element.localName !== "input"
          ? [outlineStyle, outlineWidth]
          : null,
    };
  });
  assert.notEqual(tag, "body");
  if (outline !== null) {
    const [style, width] = outline;
    assert.ok(style !== "none" && Number.parseFloat(width) >= 2, `the focus on ${name} cannot be seen`);
  }
  return name.replace(/\s+/g, " ").trim();
}

/** Presses a key until something has the focus. */
export async function tabTo(page, name, key = "Tab") {
  const passed = [];
  while (passed.length < 60) {
    await page.keyboard.press(key);
    const found = await focused(page);
    assert.ok(await page.evaluate(isFocusInView), `${found} has the focus out of view`);
    if (found === name) {
      return;
    }
    passed.push(found);
  }
  assert.fail(`${key} does not lead to ${name}, but to ${passed.join(", ")}`);
}

function isFocusInView() {
  const { top, bottom, left, right } = document.activeElement.getBoundingClientRect();
  return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
