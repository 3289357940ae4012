import { pluralOf } from "./plural";

const plural = pluralOf("fr");

/** The page's French texts. Names of days, months and weeks are not among them: the hooks give these. */
export const fr = {
  appName: "Menus de la semaine",
  skipToWeek: "Aller à la semaine affichée",
  language: "Langue",

  week: "Semaine affichée",
  previousWeek: "Semaine précédente",
  previousWeekShort: "Précédente",
  currentWeek: "Cette semaine",
  nextWeek: "Semaine suivante",
  nextWeekShort: "Suivante",
  weekTypes: {
    current: "Semaine en cours",
    next: "Semaine prochaine",
    past: "Semaine passée",
    future: "Semaine à venir",
  },
  goToWeek: "Aller à la semaine",
  go: "Aller",
  noSuchWeek: (text: string) =>
    `L’adresse de la page nomme une semaine qui n’existe pas\u00a0: «\u00a0${text}\u00a0». Voici la semaine en cours.`,
  weekOutOfRange: (text: string) =>
    `L’adresse de la page nomme la semaine ${text}, hors des années 1 à 9998. Voici la semaine en cours.`,

  calendar: "Calendrier",
  previousMonth: "Mois précédent",
  nextMonth: "Mois suivant",

  plan: "Repas",
  meals: { breakfast: "Petit-déjeuner", lunch: "Déjeuner", dinner: "Dîner" },
  today: "aujourd’hui",
  noMeal: "—",
  otherRecipes: "Autres recettes",
  unknownRecipe: (id: number) => `Recette n°\u00a0${id} (inconnue)`,
  emptyPlan: "Rien de prévu pour cette semaine. Choisissez un repas\u00a0: le plan s’enregistre tout seul.",
  savesItself: "Enregistrement automatique.",
  loadingPlan: "Chargement du plan…",
  saving: "Enregistrement…",
  saved: "Enregistré",
  notSaved: "Pas encore enregistré",
  savedIn: (week: string) => `Plan enregistré. ${week}.`,
  planNotLoaded: "Le plan de cette semaine n’a pas pu être chargé.",
  planNotSaved: "Vos repas n’ont pas pu être enregistrés. Ils restent affichés ici.",
  recipesNotLoaded: "Les recettes n’ont pas pu être chargées.",
  retry: "Réessayer",
  conflict:
    "Ce plan a été modifié ailleurs, par exemple dans un autre onglet, depuis que vous l’avez ouvert. Vos repas ne sont pas encore enregistrés.",
  takeTheirs: "Afficher l’autre version",
  keepMine: "Enregistrer mes repas",
  unsavedWeek: (week: string) => `${week}\u00a0: des repas ne sont pas encore enregistrés.`,
  showWeek: "Afficher cette semaine",

  start: "Commencer un plan",
  startHelp: "Un plan commence un lundi.",
  startDate: "Date de début",
  startDateMissing: "Choisissez une date de début.",
  startSubmit: "Commencer",
  started: (week: string) => `Plan commencé. ${week}.`,
  previousMonday: (date: string) => `Lundi précédent\u00a0: ${date}`,
  nextMonday: (date: string) => `Lundi suivant\u00a0: ${date}`,

  shopping: "Liste de courses",
  shoppingFor: (week: string) => `Pour la semaine prochaine. ${week}.`,
  servings: (people: number) =>
    `Quantités pour ${people} ${plural(people, { one: "personne", other: "personnes" })}.`,
  generate: "Faire la liste",
  generateAgain: "Refaire la liste",
  generated: (count: number) =>
    `Liste faite\u00a0: ${count} ${plural(count, { one: "article", other: "articles" })}.`,
  noList: "Pas encore de liste. Elle réunit ce qu’il faut pour les repas de la semaine prochaine.",
  nothingToBuy: "Aucun repas n’est prévu la semaine prochaine\u00a0: il n’y a rien à acheter.",
  planNextWeek: "Prévoir la semaine prochaine",
  left: (left: number, all: number) => (left === 0 ? "Tout est coché." : `${left} sur ${all} à acheter`),
  listNotLoaded: "La liste de courses n’a pas pu être chargée.",
  listNotMade: "La liste de courses n’a pas pu être faite.",
  loadingList: "Chargement de la liste…",
  listOutdated: "Les repas de la semaine prochaine ont changé depuis.",

  dismiss: "Fermer",
  unexpected: "Erreur inattendue.",
  broken: "La page a rencontré une erreur.",
  brokenHelp: "Ce que vous avez enregistré n’est pas perdu.",
  reload: "Recharger la page",
};

/** The same keys in every language. */
export type Texts = typeof fr;
