// The page as its visitors know it: by what it shows and says.
import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";

/** The words that lead to something, by language. */
const WORDS = {
  fr: {
    previousWeek: "Semaine précédente",
    currentWeek: "Cette semaine",
    nextWeek: "Semaine suivante",
    saved: "Enregistré",
    generate: "Faire la liste",
    startDate: "Date de début",
    start: "Commencer",
  },
  en: {
    previousWeek: "Previous week",
    currentWeek: "This week",
    nextWeek: "Next week",
    saved: "Saved",
    generate: "Make the list",
    startDate: "Start date",
    start: "Start",
  },
};

export class Planner {
  /** `leave` is to be called before the page goes to another document. */
  constructor(page, leave) {
    this.page = page;
    this.leave = leave;
    this.words = WORDS.fr;
  }

  /** Opens an address, and waits until the plan is there. */
  async open(address = "/") {
    await this.leave();
    await this.page.goto(address);
    await this.ready();
  }

  async reload() {
    await this.leave();
    await this.page.reload();
    await this.ready();
  }

  async ready() {
    await this.page.locator(".days[aria-busy=false]").waitFor();
  }

  /** Chooses a language by its button. */
  async speak(language) {
    await this.button({ fr: "Français", en: "English" }[language]).click();
    this.words = WORDS[language];
    await this.page.locator(`html[lang=${language}]`).waitFor();
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  async goToPreviousWeek() {
    await this.button(this.words.previousWeek).click();
  }

  async goToCurrentWeek() {
    await this.button(this.words.currentWeek).click();
  }

  async goToNextWeek() {
    await this.button(this.words.nextWeek).click();
  }

  /** The field of a meal by its name and its day's, in the page's language. */
  meal(name, day) {
    return this.page.getByRole("combobox", { name: new RegExp(`^${name} ${day} `) });
  }

  /** Puts a recipe in the place of a meal, and waits until the plan is stored. */
  async plan(name, day, recipe) {
    await this.meal(name, day).selectOption(recipe);
    await this.saved();
  }

  async saved() {
    await this.page.locator(".save-state").getByText(this.words.saved, { exact: true }).waitFor();
  }

  /** Waits until a meal is a recipe; `—` is none. */
  async showsMeal(name, day, recipe) {
    await this.ready();
    const field = this.meal(name, day);
    await eventually(async () =>
      assert.equal(await field.evaluate((select) => select.selectedOptions[0].text), recipe),
    );
  }

  /** Waits until a week is shown, by its ISO 8601 text and its words. */
  async showsWeek(iso, words) {
    await this.showsText(".week-iso", iso);
    if (words !== undefined) {
      await this.showsText("#week-heading", words);
    }
  }

  /** Waits until an element has a text. */
  async showsText(selector, text) {
    await eventually(async () => assert.equal(await this.page.locator(selector).textContent(), text));
  }

  /** Waits until a day of the shown week, and of no other element of the plan, is marked as today; null for none. */
  async showsToday(date) {
    const marked = this.page.locator(".day[aria-current=date] time");
    await eventually(async () =>
      assert.deepEqual(
        await marked.evaluateAll((days) => days.map((day) => day.dateTime)),
        date === null ? [] : [date],
      ),
    );
  }

  /** Asks for a plan that starts on a date. */
  async startOn(date) {
    await this.page.getByLabel(this.words.startDate).fill(date);
    await this.button(this.words.start).click();
  }

  /** Waits until the shopping list is for a week. */
  async shopsFor(week) {
    await this.page.locator(".shopping .hint").getByText(week).waitFor();
  }

  /** Waits until the shopping list has these lines: names and amounts. */
  async showsItems(expected) {
    await eventually(async () => assert.deepEqual(await this.#items(), expected));
  }

  async #items() {
    const items = await this.page
      .locator(".shopping-items li")
      .evaluateAll((items) =>
        items.map((item) =>
          [".item-name", ".item-amount"].map((part) => item.querySelector(part).textContent),
        ),
      );
    // French has narrow and wide spaces that do not break before its units.
    return items.map((item) => item.map((text) => text.replace(/\s/g, " ")));
  }
}
