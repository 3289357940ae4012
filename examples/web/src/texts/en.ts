import type { Texts } from "./fr";
import { pluralOf } from "./plural";

const plural = pluralOf("en");

/** The page's English texts. */
export const en: Texts = {
  appName: "Weekly meals",
  skipToWeek: "Skip to the week shown",
  language: "Language",

  week: "Week shown",
  previousWeek: "Previous week",
  previousWeekShort: "Previous",
  currentWeek: "This week",
  nextWeek: "Next week",
  nextWeekShort: "Next",
  weekTypes: {
    current: "Current week",
    next: "Next week",
    past: "Past week",
    future: "Future week",
  },
  goToWeek: "Go to week",
  go: "Go",
  noSuchWeek: (text) =>
    `The address of this page names a week that does not exist: “${text}”. Here is the current week.`,
  weekOutOfRange: (text) =>
    `The address of this page names the week ${text}, which is not in the years 1 to 9998. Here is the current week.`,

  calendar: "Calendar",
  previousMonth: "Previous month",
  nextMonth: "Next month",

  plan: "Meals",
  meals: { breakfast: "Breakfast", lunch: "Lunch", dinner: "Dinner" },
  today: "today",
  noMeal: "—",
  otherRecipes: "Other recipes",
  unknownRecipe: (id) => `Recipe ${id} (unknown)`,
  emptyPlan: "Nothing planned for this week. Choose a meal: the plan saves itself.",
  savesItself: "Changes are saved at once.",
  loadingPlan: "Loading the plan…",
  saving: "Saving…",
  saved: "Saved",
  notSaved: "Not saved yet",
  savedIn: (week) => `Plan saved. ${week}.`,
  planNotLoaded: "The plan of this week could not be loaded.",
  planNotSaved: "Your meals could not be saved. They are still shown here.",
  recipesNotLoaded: "The recipes could not be loaded.",
  retry: "Try again",
  conflict:
    "This plan was changed elsewhere, perhaps in another tab, since you opened it. Your meals are not saved yet.",
  takeTheirs: "Show the other version",
  keepMine: "Save my meals",
  unsavedWeek: (week) => `${week}: some meals are not saved yet.`,
  showWeek: "Show that week",

  start: "Start a plan",
  startHelp: "A plan starts on a Monday.",
  startDate: "Start date",
  startDateMissing: "Choose a start date.",
  startSubmit: "Start",
  started: (week) => `Plan started. ${week}.`,
  previousMonday: (date) => `Previous Monday: ${date}`,
  nextMonday: (date) => `Next Monday: ${date}`,

  shopping: "Shopping list",
  shoppingFor: (week) => `For next week. ${week}.`,
  servings: (people) => `Amounts for ${people} ${plural(people, { one: "person", other: "people" })}.`,
  generate: "Make the list",
  generateAgain: "Make the list again",
  generated: (count) => `List made: ${count} ${plural(count, { one: "item", other: "items" })}.`,
  noList: "No list yet. It gathers what next week’s meals need.",
  nothingToBuy: "No meal is planned for next week: there is nothing to buy.",
  planNextWeek: "Plan next week",
  left: (left, all) => (left === 0 ? "All checked." : `${left} of ${all} to buy`),
  listNotLoaded: "The shopping list could not be loaded.",
  listNotMade: "The shopping list could not be made.",
  loadingList: "Loading the list…",
  listOutdated: "Next week’s meals have changed since.",

  dismiss: "Close",
  unexpected: "Unexpected error.",
  broken: "The page met an error.",
  brokenHelp: "What you saved is not lost.",
  reload: "Reload the page",
};
